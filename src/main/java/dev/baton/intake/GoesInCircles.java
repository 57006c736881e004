package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.shared.EmailAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Would it be one more of the requests that a machine makes without meaning to, which we would acknowledge each time? */
@Component
class GoesInCircles implements Question {

    private final Circles circles;
    private final Silence silence;
    private final Words words;

    GoesInCircles(Circles circles, Silence silence, Words words) {
        this.circles = circles;
        this.silence = silence;
        this.words = words;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        return mail.sender().flatMap(sender -> reason(mail, sender)).map(Meaning.NeedsAPerson::new);
    }

    private Optional<String> reason(ReceivedMail mail, EmailAddress sender) {
        if (circles.goesOn(mail, sender)) {
            silence.tell(sender, null);
            return Optional.of(words.sentence("reason.in-circles", sender, Circles.MOST));
        }
        return circles.comesAtOnce(mail, sender)
                ? Optional.of(words.sentence("reason.at-once", sender))
                : Optional.empty();
    }
}
