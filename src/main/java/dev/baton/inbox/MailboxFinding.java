package dev.baton.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a mailbox was found when it was opened just now.
 *
 * @param name what the settings call it
 * @param mailbox what the ledger calls it
 * @param problem why it cannot be read and what to do, in words; null if it can, and then the rest counts
 * @param encrypted whether nobody can listen to the connection
 * @param local whether the server is on this machine
 * @param certificateEnds until when the server's certificate is good; null if it is not encrypted
 * @param tellsNews whether the server tells of new mail by itself (IMAP IDLE)
 * @param flags whether mails may be marked as read there
 * @param messages how many there are
 * @param oldMail how many were there before Baton and are left alone
 * @param missing how many the ledger should have and has not
 */
public record MailboxFinding(
        String name,
        String mailbox,
        @Nullable String problem,
        boolean encrypted,
        boolean local,
        @Nullable Instant certificateEnds,
        boolean tellsNews,
        boolean flags,
        int messages,
        int oldMail,
        int missing) {

    static MailboxFinding unreadable(Mailbox mailbox, String problem) {
        return new MailboxFinding(
                mailbox.name(), mailbox.inLedger(), problem, false, false, null, false, false, 0, 0, 0);
    }
}
