package dev.baton.outbox;

/**
 * A mail does not reach its reader, because mails to this address come back. Told in the transaction that finds out: when
 * a mail comes back so that the address is marked, and for each mail that waits because it is.
 */
public record MailReturned(QueuedMail mail, Undeliverable mark) {}
