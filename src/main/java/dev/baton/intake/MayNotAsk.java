package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.people.People;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Does it come from a domain that may not ask for work? */
@Component
class MayNotAsk implements Question {

    private final IntakeProperties properties;
    private final People people;
    private final Words words;

    MayNotAsk(IntakeProperties properties, People people, Words words) {
        this.properties = properties;
        this.people = people;
        this.words = words;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        return mail.sender()
                .filter(sender -> !properties.welcomes(sender))
                .filter(sender -> people.find(sender).isEmpty())
                .map(sender -> new Meaning.NeedsAPerson(words.sentence("reason.domain", sender.domain())));
    }
}
