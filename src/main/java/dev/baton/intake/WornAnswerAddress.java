package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Was it sent to something like an answer address of ours that no question before knew: cut, mistyped or forged? It was
 * meant for work that exists, so it is not new work.
 */
@Component
class WornAnswerAddress implements Question {

    private final OurAddress ours;
    private final Words words;

    WornAnswerAddress(OurAddress ours, Words words) {
        this.ours = ours;
        this.words = words;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        return ours.answerTagOf(mail).map(tag -> new Meaning.NeedsAPerson(words.sentence("reason.worn-address", tag)));
    }
}
