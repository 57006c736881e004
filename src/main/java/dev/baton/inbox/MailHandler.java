package dev.baton.inbox;

/** Decides what a mail that passed the filters means. There is one; without it mail stays {@code received}. */
public interface MailHandler {

    /**
     * Does what the mail asks for and says what became of it. Runs in the transaction that also closes the ledger entry,
     * which others may share while many wait; if it throws, all is rolled back, the others are done without it and the
     * mail is tried again later, five times in all.
     */
    Disposition handle(ReceivedMail mail);
}
