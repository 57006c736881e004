package dev.baton.intake;

import dev.baton.inbox.Earlier;
import dev.baton.inbox.Ledger;
import dev.baton.inbox.ReceivedMail;
import dev.baton.outbox.Outbox;
import dev.baton.shared.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sees a machine that marks its answers in no way: it says the very same several times in a row within minutes, once for
 * each mail of ours. Mails that were sent before we wrote are no reaction to it, however alike they are
 * (docs/decisions/0022).
 */
@Component
class Circles {

    private static final Duration REACTION = Duration.ofMinutes(10);
    private static final int LOOKED_AT = 12;
    /** Nobody reads a mail and writes an answer in that time, twice in a row and in the same words. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    /** After so many times a question back is no use; */
    private static final int ENOUGH = 2;
    /** and after so many one more request is not meant. Asking for the same thing thrice is still a person's right. */
    static final int MOST = 3;

    private final Ledger ledger;
    private final Outbox outbox;

    Circles(Ledger ledger, Outbox outbox) {
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /** Answers the sender nothing more that leads to nothing, if this mail is one of a circle. */
    void watch(ReceivedMail mail) {
        mail.sender().filter(sender -> turns(mail, sender) >= ENOUGH).ifPresent(outbox::stopAnswering);
    }

    /** Whether one more request would come of it, and one more after that. */
    boolean goesOn(ReceivedMail mail, EmailAddress sender) {
        return outbox.hasStoppedAnswering(sender) && turns(mail, sender) >= MOST;
    }

    /** Whether this mail and the one before it, alike, both came at once upon a mail of ours. */
    boolean comesAtOnce(ReceivedMail mail, EmailAddress sender) {
        Optional<Instant> before = ledger.earlierOf(mail, 1).stream()
                .filter(Earlier::alike)
                .map(Earlier::receivedAt)
                .filter(at -> at.isAfter(mail.receivedAt().minus(REACTION)))
                .findFirst();
        return before.isPresent() && followsOurs(sender, before.get()) && followsOurs(sender, mail.receivedAt());
    }

    private boolean followsOurs(EmailAddress sender, Instant moment) {
        return outbox.queuedTo(sender, moment.minus(AT_ONCE)).stream().anyMatch(at -> at.isBefore(moment));
    }

    /** How often it said this before, as far as there is a mail of ours for each time. */
    private long turns(ReceivedMail mail, EmailAddress sender) {
        List<Earlier> earlier = ledger.earlierOf(mail, LOOKED_AT);
        if (earlier.size() < ENOUGH || !earlier.get(0).alike()) {
            return 0;
        }
        List<Instant> ours = outbox.queuedTo(sender, mail.receivedAt().minus(REACTION.multipliedBy(LOOKED_AT)));
        long alike = 0;
        Instant first = mail.receivedAt();
        for (Earlier each : earlier) {
            if (!each.alike() || each.receivedAt().isBefore(first.minus(REACTION))) {
                break;
            }
            alike++;
            first = each.receivedAt();
        }
        Instant from = first;
        long answered = ours.stream()
                .filter(at -> !at.isBefore(from) && !at.isAfter(mail.receivedAt()))
                .count();
        return Math.min(alike, answered);
    }
}
