package dev.baton.outbox;

/** A mail was written and waits to be sent; told in the transaction that queues it. */
public record MailQueued(QueuedMail mail) {}
