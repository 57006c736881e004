package dev.baton.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.util.ByteSequence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the headers of a mail and stops there. */
final class HeaderReader {

    private static final Logger log = LoggerFactory.getLogger(HeaderReader.class);
    private static final int MOST = 2_000;

    private HeaderReader() {}

    /** The headers that can be read; what comes after one that breaks the reader is not there. */
    static MailHeaders read(byte[] raw) {
        List<MailHeaders.Header> found = new ArrayList<>();
        try {
            MimeTokenStream tokens = new MimeTokenStream(MimeWalk.LENIENT);
            tokens.parse(new ByteArrayInputStream(raw, 0, end(raw)));
            for (EntityState state = tokens.getState();
                    state != EntityState.T_END_HEADER && found.size() < MOST;
                    state = tokens.next()) {
                if (state == EntityState.T_FIELD) {
                    found.add(header(tokens.getField()));
                }
            }
        } catch (IOException | MimeException | RuntimeException broken) {
            log.debug("Headers are read up to what breaks them", broken);
        }
        return new MailHeaders(found);
    }

    private static MailHeaders.Header header(Field field) {
        ByteSequence bytes = field.getRaw();
        String line = bytes == null ? field.getName() + ":" + field.getBody() : MailCharset.decode(bytes.toByteArray());
        String value = line.substring(line.indexOf(':') + 1).replaceAll("\\r?\\n(?=[ \\t])|[\\r\\n]", "");
        return new MailHeaders.Header(field.getName(), value.strip());
    }

    /** Where the headers end: after the first empty line, or at the end of the mail. */
    static int end(byte[] raw) {
        int lineStart = 0;
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '\n') {
                boolean empty = i == lineStart || (i == lineStart + 1 && raw[lineStart] == '\r');
                if (empty && i > 1) {
                    return i + 1;
                }
                lineStart = i + 1;
            }
        }
        return raw.length;
    }
}
