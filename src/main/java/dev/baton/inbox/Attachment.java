package dev.baton.inbox;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.InputStreamSource;

/** An attachment of a mail; its bytes are decoded while they are read. */
public final class Attachment {

    private final AttachedFile file;
    private final InputStreamSource content;

    Attachment(AttachedFile file, InputStreamSource content) {
        this.file = file;
        this.content = content;
    }

    /** Name, type and size. */
    public AttachedFile file() {
        return file;
    }

    /** The sender's file name, or a made-up one; never empty, without any folder. */
    public String name() {
        return file.name();
    }

    /** Media type, lower-case. */
    public String type() {
        return file.type();
    }

    /** Decoded length in bytes. */
    public long size() {
        return file.size();
    }

    /**
     * The content, decoded while it is read. To be read before the content of another attachment of the mail is asked for,
     * and in their order where several are, since each way back begins at the start of the mail.
     */
    public InputStream content() throws IOException {
        return content.getInputStream();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
