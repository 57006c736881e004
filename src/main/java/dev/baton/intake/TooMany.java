package dev.baton.intake;

import dev.baton.inbox.Ledger;
import dev.baton.inbox.ReceivedMail;
import dev.baton.shared.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Did the sender write more within the hour than a person does? Then two machines may be answering each other; what
 * comes after waits for somebody to look.
 */
@Component
class TooMany implements Question {

    private final Ledger ledger;
    private final IntakeProperties properties;
    private final Words words;
    private final Clock clock;

    TooMany(Ledger ledger, IntakeProperties properties, Words words, Clock clock) {
        this.ledger = ledger;
        this.properties = properties;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        return mail.sender()
                .filter(sender -> properties.perHour() > 0 && before(mail, sender) >= properties.perHour())
                .map(sender ->
                        new Meaning.NeedsAPerson(words.sentence("reason.too-many", sender, properties.perHour())));
    }

    private int before(ReceivedMail mail, EmailAddress sender) {
        return ledger.countFrom(sender, clock.instant().minus(Duration.ofHours(1)), mail.id(), properties.perHour());
    }
}
