package dev.baton.inbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of a mail and lists its attachments. */
final class BodyReader {

    private final ReadingLimits limits;
    private final Notes notes;
    private final MailFiles files;
    private final List<Body> bodies = new ArrayList<>();
    private final List<Body> named = new ArrayList<>();
    private final List<Body> loose = new ArrayList<>();
    private final List<Body> packed = new ArrayList<>();
    private int left;

    /** What was read: the text parts in order, alternatives of one thing as one, and the attachments. */
    record Bodies(List<Body> texts, List<Attachment> attachments) {

        @Nullable
        String html() {
            return BodyReader.html(texts);
        }
    }

    private BodyReader(byte[] raw, ReadingLimits limits, Notes notes) {
        this.limits = limits;
        this.notes = notes;
        this.files = new MailFiles(raw, limits, notes);
        this.left = limits.text();
    }

    static Bodies read(byte[] raw, ReadingLimits limits, Notes notes) throws IOException {
        BodyReader reader = new BodyReader(raw, limits, notes);
        new MimeWalk(raw, limits, notes).toItsEnd(reader::leaf);
        List<Body> texts = reader.texts();
        return new Bodies(texts, reader.files.all(html(texts)));
    }

    private static @Nullable String html(List<Body> texts) {
        List<String> html =
                texts.stream().map(Body::html).flatMap(Optional::stream).toList();
        return html.isEmpty() ? null : String.join("\n", html);
    }

    /**
     * What was written; where there is nothing, the first text that has a name; then what was packed; where there is nothing
     * of that, what stood in between.
     */
    private List<Body> texts() {
        return Stream.of(bodies, named, packed)
                .filter(some -> !some.stream().allMatch(Body::isBlank))
                .findFirst()
                .map(List::copyOf)
                .orElseGet(() -> List.copyOf(loose));
    }

    private void leaf(MimeWalk.Found found) throws IOException {
        Leaf leaf = found.leaf();
        if (found.loose()) {
            text(loose, leaf, 0, found.content().readNBytes(limits.text()));
        } else if (leaf.isBody()) {
            body(found);
        } else if (leaf.isNamedBody() && named.isEmpty()) {
            named(found);
        } else if (leaf.isTnef()) {
            tnef(found);
        } else if (leaf.isCalendar()) {
            calendar(found);
        } else {
            files.add(found);
        }
    }

    private void body(MimeWalk.Found found) throws IOException {
        byte[] bytes = found.content().readAllBytes();
        Uuencoded apart = found.leaf().isHtml() ? new Uuencoded(bytes, List.of()) : Uuencoded.in(bytes);
        text(bodies, found.leaf(), found.alternatives(), apart.text());
        files.addEach(found, apart.files(), content -> Uuencoded.in(content).files());
    }

    private void named(MimeWalk.Found found) throws IOException {
        byte[] bytes = found.content().readAllBytes();
        text(named, found.leaf(), 0, bytes);
        files.add(found, bytes.length);
    }

    private void tnef(MimeWalk.Found found) throws IOException {
        byte[] bytes = found.content().readNBytes(limits.unpacked());
        files.add(found, bytes.length);
        Winmail.unpacked(bytes)
                .ifPresentOrElse(
                        mail -> {
                            packed.add(Body.of(0, kept(mail.plain()), kept(mail.html())));
                            files.addEach(
                                    found,
                                    mail.files(),
                                    content -> Winmail.unpacked(content)
                                            .map(Winmail::files)
                                            .orElse(List.of()));
                        },
                        () -> notes.add("winmail"));
    }

    private void calendar(MimeWalk.Found found) throws IOException {
        byte[] bytes = found.content().readAllBytes();
        files.add(found, bytes.length);
        Invitation.in(bytes, found.leaf().charset()).ifPresent(invitation -> {
            notes.addAll(List.of(invitation.note()));
            packed.add(Body.of(0, invitation.text(), null));
        });
    }

    private void text(List<Body> to, Leaf leaf, int alternatives, byte[] bytes) {
        int most = (int) Math.min(bytes.length, 4L * left);
        byte[] start = most == bytes.length ? bytes : java.util.Arrays.copyOf(bytes, most);
        String text = BodyText.of(start, leaf, notes);
        if (most < bytes.length || text.length() > left) {
            notes.add("long-text", limits.text());
        }
        if (text.contains("-----BEGIN PGP MESSAGE-----")) {
            notes.add("encrypted", "PGP");
        }
        String kept = kept(text);
        add(to, leaf.isHtml() ? Body.of(alternatives, null, kept) : Body.of(alternatives, kept, null));
    }

    private @Nullable String kept(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String kept = text.length() > left ? text.substring(0, left) : text;
        left -= kept.length();
        return kept;
    }

    private static void add(List<Body> bodies, Body body) {
        int last = bodies.size() - 1;
        if (body.alternatives() > 0 && last >= 0 && bodies.get(last).alternatives() == body.alternatives()) {
            bodies.set(last, bodies.get(last).and(body));
        } else {
            bodies.add(body);
        }
    }
}
