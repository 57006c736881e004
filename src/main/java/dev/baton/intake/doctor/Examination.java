package dev.baton.intake.doctor;

import dev.baton.inbox.DoctorsMail;
import dev.baton.inbox.MailboxFinding;
import dev.baton.outbox.SentCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known so far of one examination.
 *
 * @param sent how the mail to our address was taken
 * @param sentTagged how the mail to our address with a plus-tag was taken
 * @param arrived the first of them as it arrived
 * @param arrivedTagged the second
 * @param sends whether there is a server that takes mails
 * @param trusted the mail server whose word on senders counts; empty if none is named
 * @param stuck how many mails wait in the ledger for too long
 */
record Examination(
        long id,
        Instant startedAt,
        Optional<SentCheck> sent,
        Optional<SentCheck> sentTagged,
        Optional<DoctorsMail> arrived,
        Optional<DoctorsMail> arrivedTagged,
        Optional<List<MailboxFinding>> mailboxes,
        boolean sends,
        Optional<String> trusted,
        int stuck) {

    /** A mail that has not come by then does not come. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    boolean waitsAt(Instant now) {
        boolean mailsUnderWay = isUnderWay(sent, arrived) || isUnderWay(sentTagged, arrivedTagged);
        return (mailboxes.isEmpty() || (sends && mailsUnderWay)) && now.isBefore(startedAt.plus(PATIENCE));
    }

    private static boolean isUnderWay(Optional<SentCheck> sent, Optional<DoctorsMail> arrived) {
        return arrived.isEmpty()
                && sent.filter(check -> check.trouble() != null).isEmpty();
    }
}
