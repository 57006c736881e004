package dev.baton.outbox;

import org.springframework.core.io.InputStreamSource;

/**
 * A file that goes with a mail.
 *
 * @param name the name the reader sees
 * @param type its media type, {@code application/pdf}
 * @param content its bytes, read once when the mail is queued
 */
public record OutgoingAttachment(String name, String type, InputStreamSource content) {}
