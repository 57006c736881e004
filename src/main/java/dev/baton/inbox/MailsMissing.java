package dev.baton.inbox;

/**
 * Messages lie in a mailbox that the ledger does not have, although they were fetched again. Published in the transaction
 * that writes this down, once a day at most for each mailbox.
 *
 * @param mailbox which one, as the ledger calls it
 * @param count how many messages
 */
public record MailsMissing(String mailbox, int count) {}
