package dev.baton.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
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

    /** Called with each leaf. */
    interface Visitor {

        /**
         * @param alternatives number of the group of alternatives the leaf belongs to, 0 if to none
         * @param content decoded from its transfer encoding
         */
        void leaf(MaximalBodyDescriptor about, int alternatives, InputStream content) throws IOException;
    }

    private final MimeTokenStream tokens;
    private final Visitor visitor;
    private final Deque<Integer> groups = new ArrayDeque<>();
    private int groupCount;
    private int leafCount;

    private MimeWalk(byte[] raw, Visitor visitor) {
        this.visitor = visitor;
        tokens = new MimeTokenStream(
                LENIENT,
                DecodeMonitor.SILENT,
                new DefaultBodyDescriptorBuilder(null, LenientFieldParser.getParser(), DecodeMonitor.SILENT));
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(new ByteArrayInputStream(raw));
    }

    static void walk(byte[] raw, Visitor visitor) {
        try {
            new MimeWalk(raw, visitor).walk();
        } catch (IOException | MimeException | RuntimeException broken) {
            log.debug("A mail is read up to what breaks it", broken);
        }
    }

    private void walk() throws IOException, MimeException {
        for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
            switch (state) {
                case T_START_MULTIPART -> groups.push(group());
                case T_END_MULTIPART -> groups.pop();
                case T_BODY -> visitor.leaf(about(), inner(), tokens.getDecodedInputStream());
                default -> {}
            }
            if (groups.size() > DEEPEST || (state == EntityState.T_BODY && ++leafCount >= MOST)) {
                return;
            }
        }
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
