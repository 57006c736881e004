package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.people.People;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Does it come from a domain that may not ask for work, or from somebody nobody knows where that is not wanted? */
@Component
class MayNotAsk implements Question {

    private final IntakeProperties properties;
    private final People people;
    private final Requests requests;
    private final Words words;

    MayNotAsk(IntakeProperties properties, People people, Requests requests, Words words) {
        this.properties = properties;
        this.people = people;
        this.requests = requests;
        this.words = words;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        return mail.sender()
                .filter(sender -> people.find(sender).isEmpty())
                .flatMap(this::whyNot)
                .map(Meaning.NeedsAPerson::new);
    }

    private Optional<String> whyNot(EmailAddress sender) {
        if (!properties.welcomes(sender)) {
            return Optional.of(words.sentence("reason.domain", sender.domain()));
        }
        boolean stranger = !properties.welcomesStrangers() && !requests.hasAsked(sender);
        return stranger ? Optional.of(words.sentence("reason.stranger", sender)) : Optional.empty();
    }
}
