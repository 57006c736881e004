package dev.baton.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of a mail and lists its attachments. */
final class BodyReader {

    /** A longer text stays in the raw mail; nobody reads a million characters, and the ledger's columns end there. */
    static final int LONGEST_TEXT = 1_000_000;

    private final byte[] raw;
    private final List<Body> bodies = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final AttachedContents contents;
    private int left = LONGEST_TEXT;

    /** What was read: the text parts in order, alternatives of one thing as one, and the attachments. */
    record Bodies(List<Body> texts, List<Attachment> attachments) {

        @Nullable
        String html() {
            List<String> html = texts.stream()
                    .map(Body::html)
                    .filter(part -> part != null && !part.isBlank())
                    .toList();
            return html.isEmpty() ? null : String.join("\n", html);
        }
    }

    /** One text, as plain text or HTML or both; texts of one group of alternatives say the same. */
    record Body(
            int alternatives,
            @Nullable String plain,
            @Nullable String html) {

        Body and(Body other) {
            return new Body(
                    alternatives,
                    plain == null || plain.isBlank() ? other.plain : plain,
                    html == null || html.isBlank() ? other.html : html);
        }

        OwnWords ownWords() {
            return OwnWords.of(plain, html);
        }
    }

    private BodyReader(byte[] raw) {
        this.raw = raw;
        this.contents = new AttachedContents(raw);
    }

    static Bodies read(byte[] raw) {
        BodyReader reader = new BodyReader(raw);
        MimeWalk.walk(raw, reader::leaf);
        if (reader.bodies.isEmpty() && reader.attachments.isEmpty()) {
            reader.bodies.add(new Body(0, reader.unparsed(), null));
        }
        return new Bodies(List.copyOf(reader.bodies), List.copyOf(reader.attachments));
    }

    private void leaf(MimeWalk.Found found) throws IOException {
        Leaf leaf = found.leaf();
        if (leaf.isBody()) {
            add(body(leaf, found.alternatives(), text(leaf, found.content())));
        } else {
            int index = attachments.size();
            long size = found.content().transferTo(OutputStream.nullOutputStream());
            AttachedFile file = new AttachedFile(leaf.nameOr(index + 1), leaf.type(), size);
            attachments.add(new Attachment(file, () -> contents.open(index)));
        }
    }

    private static Body body(Leaf leaf, int alternatives, String text) {
        return leaf.isHtml() ? new Body(alternatives, null, text) : new Body(alternatives, text, null);
    }

    private void add(Body body) {
        int last = bodies.size() - 1;
        if (body.alternatives() > 0 && last >= 0 && bodies.get(last).alternatives() == body.alternatives()) {
            bodies.set(last, bodies.get(last).and(body));
        } else {
            bodies.add(body);
        }
    }

    private String text(Leaf leaf, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(4 * left);
        String text = MailCharset.decode(bytes, leaf.charset());
        String kept = text.length() > left ? text.substring(0, left) : text;
        left -= kept.length();
        return leaf.flowed() ? FlowedText.joined(kept) : kept;
    }

    private String unparsed() {
        int start = HeaderReader.end(raw);
        return MailCharset.decode(Arrays.copyOfRange(raw, start, Math.min(raw.length, start + LONGEST_TEXT)));
    }
}
