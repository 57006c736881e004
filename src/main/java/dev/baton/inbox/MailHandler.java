package dev.baton.inbox;

import org.jspecify.annotations.Nullable;

/** Decides what a mail that passed the filters means. There is one; without it mail stays {@code received}. */
public interface MailHandler {

    /**
     * Does what the mail asks for and says what became of it. Runs in the transaction that also closes the ledger entry,
     * which others may share while many wait; if it throws, all is rolled back, the others are done without it and the
     * mail is tried again later, five times in all.
     */
    Disposition handle(ReceivedMail mail);

    /**
     * Takes note of what a machine wrote: at the request and the person it concerns. It is not answered and decides
     * nothing. Runs as {@link #handle} does.
     *
     * @param ignored what stands in the ledger if there is nothing to add
     */
    default Disposition.Ignored note(ReceivedMail mail, MachineMail machine, Disposition.Ignored ignored) {
        return ignored;
    }

    /** The key of the workflow that the entry belongs to, whose owner sees it then; null if it names none. */
    default @Nullable String workflow(ReceivedMail mail, Disposition disposition) {
        return null;
    }
}
