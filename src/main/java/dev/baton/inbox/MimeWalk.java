package dev.baton.inbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the leaves of a mail's tree of parts in order. An attached mail (message/rfc822) is a leaf; signed S/MIME is
 * gone into. A multipart whose boundary is missing or wrong is read with the one that its lines show, and as text if they
 * show none. Where the tree is broken the walk goes on as far as it can.
 */
final class MimeWalk {

    private static final MimeConfig LENIENT = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .setMalformedHeaderStartsBody(true)
            .build();

    private static final Logger log = LoggerFactory.getLogger(MimeWalk.class);
    private static final String CRLF = "\r\n";

    /**
     * A leaf of the tree.
     *
     * @param number counted from 0
     * @param alternatives number of the group of alternatives the leaf belongs to, 0 if to none
     * @param loose whether it stands before or after the parts of a multipart, where words are rarely meant to be read
     * @param content decoded from its transfer encoding; can be read until the next leaf is asked for
     */
    record Found(Leaf leaf, int number, int alternatives, boolean loose, InputStream content) {}

    /** Called with each leaf. */
    interface Visitor {

        void leaf(Found found) throws IOException;
    }

    /** One multipart that the walk is in. */
    private static final class Multipart {

        final PartHead head;
        final int group;
        byte[] preamble = new byte[0];
        boolean parts;

        Multipart(PartHead head, int group) {
            this.head = head;
            this.group = group;
        }
    }

    /** A stream of tokens: the mail itself, or something that was unpacked from it. */
    private record Source(MimeTokenStream tokens, int depth) {}

    private final ReadingLimits limits;
    private final Notes notes;
    private final PartFields fields;
    private final Deque<Source> sources = new ArrayDeque<>();
    private final Deque<Multipart> multiparts = new ArrayDeque<>();
    private final Deque<Found> ready = new ArrayDeque<>();
    private int groupCount;
    private int leafCount;
    private long unpacked;

    MimeWalk(byte[] raw, ReadingLimits limits, Notes notes) {
        this.limits = limits;
        this.notes = notes;
        this.fields = new PartFields(limits, notes);
        enter(raw);
    }

    /** Through an attached mail, which is read as it comes. */
    MimeWalk(InputStream mail, ReadingLimits limits, Notes notes) {
        this.limits = limits;
        this.notes = notes;
        this.fields = new PartFields(limits, notes);
        enter(mail);
    }

    void toItsEnd(Visitor visitor) throws IOException {
        for (Optional<Found> found = next(); found.isPresent(); found = next()) {
            visitor.leaf(found.get());
        }
    }

    /** Goes into a whole entity, whose head may be as broken as that of a mail. */
    private void enter(byte[] entity) {
        Head head = Head.of(entity, limits);
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        head.fields().stream()
                .filter(field -> field.name().regionMatches(true, 0, "Content-", 0, 8))
                .forEach(field -> {
                    start.writeBytes((field.name() + ":").getBytes(StandardCharsets.US_ASCII));
                    start.writeBytes(field.value());
                    start.writeBytes(CRLF.getBytes(StandardCharsets.US_ASCII));
                });
        start.writeBytes(CRLF.getBytes(StandardCharsets.US_ASCII));
        InputStream body = new ByteArrayInputStream(entity, head.end(), entity.length - head.end());
        enter(new SequenceInputStream(new ByteArrayInputStream(start.toByteArray()), body));
    }

    private void enter(InputStream entity) {
        MimeTokenStream tokens = new MimeTokenStream(LENIENT, DecodeMonitor.SILENT, fields, fields.builder());
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(entity);
        sources.push(new Source(tokens, multiparts.size()));
    }

    /** The next leaf, if there is one. */
    Optional<Found> next() throws IOException {
        while (ready.isEmpty() && !sources.isEmpty()) {
            Source source = sources.peek();
            if (leafCount >= limits.parts()) {
                notes.add("too-many-parts", limits.parts());
                return Optional.empty();
            }
            try {
                step(source);
            } catch (MimeException | RuntimeException broken) {
                log.debug("A mail is read up to what breaks it", broken);
                notes.add("broken-part");
                sources.remove(source);
                while (multiparts.size() > source.depth()) {
                    multiparts.pop();
                }
            }
        }
        return Optional.ofNullable(ready.poll());
    }

    private void step(Source source) throws IOException, MimeException {
        MimeTokenStream tokens = source.tokens();
        if (tokens.getState() == EntityState.T_END_OF_STREAM) {
            sources.remove(source);
            return;
        }
        switch (tokens.next()) {
            case T_START_MULTIPART -> start(tokens);
            case T_PREAMBLE -> inner().preamble = tokens.getInputStream().readAllBytes();
            case T_START_BODYPART -> parts();
            case T_EPILOGUE -> epilogue(tokens.getInputStream().readAllBytes());
            case T_END_MULTIPART -> end(tokens);
            case T_BODY -> body((PartHead) tokens.getBodyDescriptor(), tokens.getInputStream());
            default -> {}
        }
    }

    private Multipart inner() {
        return multiparts.element();
    }

    private void start(MimeTokenStream tokens) {
        PartHead head = (PartHead) tokens.getBodyDescriptor();
        multiparts.push(new Multipart(head, group(head)));
        if (multiparts.size() >= limits.depth()) {
            notes.add("too-deep", limits.depth());
            tokens.setRecursionMode(RecursionMode.M_FLAT);
        }
    }

    private int group(PartHead head) {
        boolean opens = innerGroup() == 0 && head.type().equals("multipart/alternative");
        return opens ? ++groupCount : innerGroup();
    }

    private int innerGroup() {
        return multiparts.isEmpty() ? 0 : inner().group;
    }

    private void parts() {
        if (!inner().parts) {
            inner().parts = true;
            loose(inner().preamble);
            inner().preamble = new byte[0];
        }
    }

    private void epilogue(byte[] epilogue) {
        String boundary = inner().head.getBoundary();
        if (boundary != null && Boundaries.occurs(epilogue, boundary) && mayUnpack(epilogue.length)) {
            bounded(inner().head, boundary, epilogue);
        } else {
            loose(epilogue);
        }
    }

    private void end(MimeTokenStream tokens) throws IOException {
        Multipart ended = multiparts.pop();
        if (multiparts.size() < limits.depth()) {
            tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        }
        if (!ended.parts) {
            lost(ended.head, ended.preamble);
        }
    }

    private void body(PartHead head, InputStream content) throws IOException {
        if (head.isMultipart() && head.getBoundary() == null) {
            lost(head, content.readAllBytes());
            return;
        }
        InputStream decoded = TransferEncoding.decoded(content, head, notes);
        Leaf leaf = Leaf.of(head);
        if (SignedMail.isIt(leaf)) {
            signed(leaf, decoded.readNBytes(limits.unpacked()));
        } else {
            found(leaf, false, decoded);
        }
    }

    private void signed(Leaf leaf, byte[] bytes) {
        found(leaf, false, new ByteArrayInputStream(bytes));
        if (mayUnpack(bytes.length)) {
            SignedMail.content(bytes, notes).ifPresent(this::enter);
        }
    }

    /** A multipart in which no part was found. */
    private void lost(PartHead head, byte[] bytes) throws IOException {
        byte[] content = TransferEncoding.decoded(new ByteArrayInputStream(bytes), head, notes)
                .readAllBytes();
        Optional<String> boundary = mayUnpack(content.length) ? Boundaries.guessed(content) : Optional.empty();
        boundary.ifPresentOrElse(
                guess -> {
                    notes.add("wrong-boundary");
                    bounded(head, guess, content);
                },
                () -> found(Leaf.text(head), false, new ByteArrayInputStream(content)));
    }

    private void bounded(PartHead head, String boundary, byte[] content) {
        String quoted = boundary.replace("\\", "\\\\").replace("\"", "\\\"");
        String start = "Content-Type: " + head.type() + "; boundary=\"" + quoted + "\"" + CRLF + CRLF;
        enter(new SequenceInputStream(
                new ByteArrayInputStream(start.getBytes(StandardCharsets.ISO_8859_1)),
                new ByteArrayInputStream(content)));
    }

    private boolean mayUnpack(long bytes) {
        unpacked += bytes;
        return unpacked <= limits.unpacked() && sources.size() < limits.depth();
    }

    private void loose(byte[] text) {
        if (!new String(text, StandardCharsets.ISO_8859_1).isBlank()) {
            found(Leaf.text(null), true, new ByteArrayInputStream(text));
        }
    }

    private void found(Leaf leaf, boolean loose, InputStream content) {
        ready.add(new Found(leaf, leafCount++, innerGroup(), loose, content));
    }
}
