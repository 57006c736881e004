package dev.baton.inbox;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/** An attachment of a mail; its bytes are decoded while they are read. */
public final class Attachment {

    private final AttachedFile file;
    private final InputStreamSource content;

    Attachment(AttachedFile file, InputStreamSource content) {
        this.file = file;
        this.content = content;
    }

    /** Name, type, size, and how the mail shows it. */
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

    /** Whether the HTML body shows it in its place, such as a logo, so that it is no file of its own. */
    public boolean inline() {
        return file.inline();
    }

    /** By which the HTML body names it ({@code cid:}), without angle brackets; null if it has no such name. */
    public @Nullable String contentId() {
        return file.contentId();
    }

    /**
     * The content, decoded while it is read. To be read before the content of another attachment of the mail is asked for,
     * and in their order where several are, since each way back begins at the start of the mail.
     */
    public InputStream content() throws IOException {
        return content.getInputStream();
    }

    Attachment shown(boolean inPlace) {
        return new Attachment(file.shown(inPlace), content);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
