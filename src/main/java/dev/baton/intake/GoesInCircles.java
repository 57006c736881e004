package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
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
        return mail.sender().filter(sender -> circles.goesOn(mail, sender)).map(sender -> {
            silence.tell(sender, null);
            return new Meaning.NeedsAPerson(words.sentence("reason.in-circles", sender, Circles.MOST));
        });
    }
}
