package dev.baton.inbox;

import java.util.function.Supplier;

/** An attachment of a mail; its bytes are decoded when they are asked for. */
public final class Attachment {

    private final AttachedFile file;
    private final Supplier<byte[]> content;

    Attachment(AttachedFile file, Supplier<byte[]> content) {
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

    /** The decoded content. All attachments of a mail are decoded at the first call, so ask only where they are needed. */
    public byte[] bytes() {
        return content.get();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
