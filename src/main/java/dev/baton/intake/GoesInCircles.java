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
 * Did the sender say the very same several times in a row, each time within minutes of a mail of ours? A machine that marks
 * its answers in no way does that, and each of them would be a new request, which we would acknowledge. Mails that were
 * sent before we answered are no reaction to it, however alike they are (docs/decisions/0022).
 */
@Component
class GoesInCircles implements Question {

    private static final Duration REACTION = Duration.ofMinutes(10);
    private static final int MOST = 3;
    private static final int LOOKED_AT = 12;

    private final Ledger ledger;
    private final Outbox outbox;
    private final Silence silence;
    private final Words words;

    GoesInCircles(Ledger ledger, Outbox outbox, Silence silence, Words words) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.silence = silence;
        this.words = words;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        return mail.sender().filter(sender -> inCircles(mail, sender)).map(sender -> {
            silence.tell(sender, null);
            return new Meaning.NeedsAPerson(words.sentence("reason.in-circles", sender, MOST));
        });
    }

    private boolean inCircles(ReceivedMail mail, EmailAddress sender) {
        List<Earlier> earlier = ledger.earlierOf(mail, LOOKED_AT);
        if (earlier.size() < MOST || !earlier.get(0).alike()) {
            return false;
        }
        List<Instant> ours = outbox.queuedTo(sender, mail.receivedAt().minus(REACTION.multipliedBy(LOOKED_AT)));
        int reactions = 0;
        Instant later = mail.receivedAt();
        for (Earlier each : earlier) {
            if (!each.alike() || each.receivedAt().isBefore(later.minus(REACTION))) {
                return reactions >= MOST;
            }
            reactions += wroteBetween(ours, each.receivedAt(), later) ? 1 : 0;
            later = each.receivedAt();
        }
        return reactions >= MOST;
    }

    private static boolean wroteBetween(List<Instant> ours, Instant from, Instant to) {
        return ours.stream().anyMatch(at -> !at.isBefore(from) && !at.isAfter(to));
    }
}
