package dev.baton.inbox;

/** Decides what a mail that passed the filters means. There is one; without it mail stays {@code received}. */
public interface MailHandler {

    /**
     * Whatever takes long and needs no transaction, called before {@link #handle} and outside of any transaction. May be
     * called more than once for a mail and must not change anything.
     */
    default void prepare(ReceivedMail mail) {}

    /**
     * Does what the mail asks for and says what became of it. Runs in the transaction that also closes the ledger entry;
     * if it throws, all is rolled back and the mail is tried again later, five times in all.
     */
    Disposition handle(ReceivedMail mail);
}
