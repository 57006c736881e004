package dev.baton.inbox;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.BodyDescriptorBuilder;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.FieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.RecycledByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the Content headers of the part that the parser is at. A line that is no header goes with the one before it if
 * another header follows, and is the first line of the part's body if none does.
 */
final class PartFields implements FieldBuilder {

    private static final Set<String> KEPT = Set.of(
            "content-type",
            "content-transfer-encoding",
            "content-disposition",
            "content-id",
            "content-location",
            "content-description");
    private static final int LONGEST_MENDED = 2_000;

    private final ReadingLimits limits;
    private final Notes notes;
    private final Map<String, byte[]> values = new HashMap<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private @Nullable ByteArrayBuffer next;
    private @Nullable String hint;
    private String last = "";
    private boolean any;
    private boolean field;
    private @Nullable Boolean multipart;

    PartFields(ReadingLimits limits, Notes notes) {
        this.limits = limits;
        this.notes = notes;
    }

    BodyDescriptorBuilder builder() {
        return new Description("text/plain");
    }

    @Override
    public void reset() {
        line.reset();
        field = false;
    }

    @Override
    public void append(ByteArrayBuffer piece) {
        next = piece;
        if (line.size() == 0) {
            field = Head.colonAt(piece.buffer(), 0, piece.length()) >= 0;
        }
        if (!field || line.size() <= limits.headerLength()) {
            line.write(piece.buffer(), 0, piece.length());
        }
    }

    /** Keeps what it has got. Nothing is given to the parser, which then goes on to the next. */
    @Override
    public @Nullable RawField build() throws MimeException {
        byte[] bytes = line.toByteArray();
        if (field) {
            any = true;
            int colon = Head.colonAt(bytes, 0, bytes.length);
            last = new String(bytes, 0, colon, java.nio.charset.StandardCharsets.US_ASCII)
                    .strip()
                    .toLowerCase(Locale.ROOT);
            keep(Arrays.copyOfRange(bytes, colon + 1, bytes.length));
        } else if (!any && isEnvelope(bytes)) {
            return null;
        } else if (bytes.length > 0 && !goesWithTheLast()) {
            throw new MimeException("The body begins without an empty line");
        } else if (values.containsKey(last) && values.get(last).length < LONGEST_MENDED) {
            keep(joined(values.remove(last), bytes));
        }
        return null;
    }

    /** The line of a mailbox file (RFC 4155) that an attached mail brought along. */
    private static boolean isEnvelope(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(6, bytes.length), java.nio.charset.StandardCharsets.US_ASCII);
        return start.startsWith("From ") || start.startsWith(">From ");
    }

    private static boolean isField(byte[] bytes) {
        return Head.colonAt(bytes, 0, bytes.length) >= 0;
    }

    private void keep(byte[] value) {
        if (value.length > limits.headerLength()) {
            notes.add("long-header", last);
        }
        if (KEPT.contains(last)) {
            values.putIfAbsent(last, Arrays.copyOf(value, Math.min(value.length, limits.headerLength())));
            multipart = null;
        }
    }

    private static byte[] joined(byte @Nullable [] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first == null ? new byte[0] : first);
        both.write(' ');
        both.writeBytes(second);
        return both.toByteArray();
    }

    private boolean goesWithTheLast() {
        return (any && isField(following())) || isMultipart();
    }

    /** Remembered until a header is kept, since there may be a million lines of this kind. */
    private boolean isMultipart() {
        Boolean known = multipart;
        if (known == null) {
            known = text("content-type").toLowerCase(Locale.ROOT).strip().startsWith("multipart/");
            multipart = known;
        }
        return known;
    }

    /** The line that the parser has read already. */
    private byte[] following() {
        return next == null ? new byte[0] : next.toByteArray();
    }

    /** What the body begins with, and the line after it, which the parser would forget. */
    @Override
    public RecycledByteArrayBuffer getRaw() {
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        start.writeBytes(line.toByteArray());
        start.writeBytes(following());
        return new RecycledByteArrayBuffer(DefaultFieldBuilder.getBufferRecycler(), start.toByteArray(), true);
    }

    @Override
    public void release() {
        line.reset();
    }

    private String text(String name) {
        byte[] value = values.get(name);
        return value == null
                ? ""
                : MailCharset.decode(value, null, hint)
                        .replaceAll("[\\r\\n]", "")
                        .strip();
    }

    private PartHead head(String typeIfMissing) {
        String charset = Parameters.of(text("content-type")).charset();
        hint = charset == null ? hint : charset;
        Map<String, String> fields = new HashMap<>();
        values.keySet().forEach(name -> fields.put(name, text(name)));
        return PartHead.of(fields, typeIfMissing);
    }

    private final class Description implements BodyDescriptorBuilder {

        private final String typeIfMissing;
        private @Nullable PartHead built;

        Description(String typeIfMissing) {
            this.typeIfMissing = typeIfMissing;
        }

        @Override
        public void reset() {
            values.clear();
            multipart = null;
            last = "";
            any = false;
        }

        @Override
        public @Nullable Field addField(RawField field) {
            return null;
        }

        @Override
        public BodyDescriptor build() {
            PartHead head = head(typeIfMissing);
            built = head;
            return head;
        }

        /** Parts of a digest are mails (RFC 2046 §5.1.5). */
        @Override
        public BodyDescriptorBuilder newChild() {
            boolean digest = built != null && built.type().equals("multipart/digest");
            return new Description(digest ? "message/rfc822" : "text/plain");
        }
    }
}
