package dev.baton.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Set;

/** Takes content out of its transfer encoding (RFC 2045 §6), or leaves it as it is where it is not in it. */
final class TransferEncoding {

    private static final Set<String> NONE =
            Set.of("", "7bit", "7bits", "8bit", "8bits", "binary", "none", "identity", "utf8", "plain");
    private static final Set<String> UUENCODE = Set.of("uuencode", "xuuencode", "uue", "xuue", "uu");
    private static final int LOOKED_AT = 1_000;

    private TransferEncoding() {}

    static InputStream decoded(InputStream content, PartHead head, Notes notes) throws IOException {
        String name = head.getTransferEncoding();
        boolean text = head.type().startsWith("text/");
        if (name.equals("base64") || name.equals("b64")) {
            return base64(content, text, notes);
        }
        if (name.equals("quotedprintable") || name.equals("qp")) {
            return new QuotedPrintableContent(content);
        }
        if (UUENCODE.contains(name)) {
            return uuencoded(content);
        }
        if (!NONE.contains(name)) {
            notes.add("unknown-encoding", name);
        }
        return content;
    }

    private static InputStream base64(InputStream content, boolean text, Notes notes) throws IOException {
        if (!text) {
            return new Base64Content(content, false);
        }
        byte[] start = content.readNBytes(LOOKED_AT);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), content);
        if (isWritten(start)) {
            notes.add("not-encoded", "base64");
            return whole;
        }
        return new Base64Content(whole, true);
    }

    /** Whether this is text as people write it, with blanks and stops. */
    private static boolean isWritten(byte[] start) {
        int foreign = 0;
        int blanks = 0;
        int firstLine = 0;
        while (firstLine < start.length && start[firstLine] != '\n') {
            firstLine++;
        }
        for (int i = 0; i < firstLine; i++) {
            int b = start[i] & 0xFF;
            blanks += b == ' ' ? 1 : 0;
            foreign += Base64Content.isLetter(b) || b == '=' || b == '\r' ? 0 : 1;
        }
        return blanks * 20 > firstLine || foreign * 4 > firstLine;
    }

    private static InputStream uuencoded(InputStream content) throws IOException {
        byte[] bytes = content.readAllBytes();
        Uuencoded found = Uuencoded.in(bytes);
        return new ByteArrayInputStream(
                found.files().isEmpty() ? bytes : found.files().get(0).content());
    }
}
