package dev.baton.inbox;

import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.MimeException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the attachments of a mail while they are read. Read in their order, all of them cost one walk through the mail;
 * going back begins it anew.
 */
final class AttachedContents {

    private final byte[] raw;
    private @Nullable MimeWalk walk;
    private int next;

    AttachedContents(byte[] raw) {
        this.raw = raw;
    }

    /** The content of the attachment with this number, to be read before the next one is asked for. */
    InputStream open(int index) throws IOException {
        MimeWalk going = walk;
        if (going == null || index < next) {
            going = new MimeWalk(raw);
            walk = going;
            next = 0;
        }
        MimeWalk.Found found = attachment(going);
        while (next++ < index) {
            found = attachment(going);
        }
        return found.content();
    }

    private static MimeWalk.Found attachment(MimeWalk walk) throws IOException {
        try {
            MimeWalk.Found found = walk.next().orElseThrow();
            while (found.leaf().isBody()) {
                found = walk.next().orElseThrow();
            }
            return found;
        } catch (MimeException broken) {
            throw new IOException(broken);
        }
    }
}
