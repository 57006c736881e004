package dev.baton.outbox;

/**
 * A mail server took a mail; told in the transaction that writes it down.
 *
 * @param mail its id in {@code outbox_mail}
 */
public record MailSent(long mail) {}
