package dev.baton.outbox;

/**
 * A file that goes with a mail.
 *
 * @param name the name the reader sees
 * @param type its media type, {@code application/pdf}
 * @param content its bytes; not copied, so not to be changed afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // Files are large and are compared by nobody.
public record OutgoingAttachment(String name, String type, byte[] content) {}
