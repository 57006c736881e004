package dev.baton.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.LenientFieldParser;
import org.apache.james.mime4j.message.DefaultBodyDescriptorBuilder;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the leaves of a mail's tree of parts in order. An attached mail (message/rfc822) is a leaf. Where the tree
 * is broken the walk ends early, with what it has seen.
 */
final class MimeWalk {

    static final MimeConfig LENIENT = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .build();

    private static final Logger log = LoggerFactory.getLogger(MimeWalk.class);
    private static final int DEEPEST = 50;
    private static final int MOST = 2_000;

    /**
     * A leaf of the tree.
     *
     * @param alternatives number of the group of alternatives the leaf belongs to, 0 if to none
     * @param content decoded from its transfer encoding; can be read until the next leaf is asked for
     */
    record Found(Leaf leaf, int alternatives, InputStream content) {}

    /** Called with each leaf. */
    interface Visitor {

        void leaf(Found found) throws IOException;
    }

    private final MimeTokenStream tokens;
    private final Deque<Integer> groups = new ArrayDeque<>();
    private int groupCount;
    private int leafCount;

    MimeWalk(byte[] raw) {
        tokens = new MimeTokenStream(
                LENIENT,
                DecodeMonitor.SILENT,
                new DefaultBodyDescriptorBuilder(null, LenientFieldParser.getParser(), DecodeMonitor.SILENT));
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(new ByteArrayInputStream(raw));
    }

    static void walk(byte[] raw, Visitor visitor) {
        try {
            MimeWalk walk = new MimeWalk(raw);
            for (Optional<Found> found = walk.next(); found.isPresent(); found = walk.next()) {
                visitor.leaf(found.get());
            }
        } catch (IOException | MimeException | RuntimeException broken) {
            log.debug("A mail is read up to what breaks it", broken);
        }
    }

    /** The next leaf, if there is one. */
    Optional<Found> next() throws IOException, MimeException {
        while (groups.size() <= DEEPEST && leafCount < MOST && tokens.getState() != EntityState.T_END_OF_STREAM) {
            switch (tokens.next()) {
                case T_START_MULTIPART -> groups.push(group());
                case T_END_MULTIPART -> groups.pop();
                case T_BODY -> {
                    leafCount++;
                    return Optional.of(new Found(Leaf.of(about()), inner(), tokens.getDecodedInputStream()));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private int inner() {
        return groups.isEmpty() ? 0 : groups.peek();
    }

    private int group() {
        boolean opens = inner() == 0 && "alternative".equalsIgnoreCase(about().getSubType());
        return opens ? ++groupCount : inner();
    }

    private MaximalBodyDescriptor about() {
        return (MaximalBodyDescriptor) tokens.getBodyDescriptor();
    }
}
