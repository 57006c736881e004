package dev.baton.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says of a mail it recognises.
 *
 * @param state ignored or quarantined
 * @param reason which sentence of {@code messages/inbox.properties} says why
 * @param details what the sentence names
 * @param machine what it is, if a machine wrote it
 */
record Verdict(
        LedgerState state,
        String reason,
        List<?> details,
        @Nullable MachineMail machine) {

    static Verdict ignored(String reason, Object... details) {
        return new Verdict(LedgerState.IGNORED, reason, List.of(details), null);
    }

    static Verdict quarantined(String reason, Object... details) {
        return new Verdict(LedgerState.QUARANTINED, reason, List.of(details), null);
    }

    static Verdict machine(MachineMail mail) {
        return new Verdict(LedgerState.IGNORED, mail.reason(), mail.details(), mail);
    }

    /** What becomes of the mail; of what a machine wrote, its handler takes note. */
    Disposition disposition(ReceivedMail mail, Reasons reasons, MailHandler handler) {
        String sentence = reasons.of(this);
        if (state != LedgerState.IGNORED) {
            return new Disposition.Quarantined(sentence);
        }
        Disposition.Ignored ignored = new Disposition.Ignored(sentence);
        return machine == null ? ignored : handler.note(mail, machine, ignored);
    }
}
