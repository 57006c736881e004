package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Is it empty: no subject, no text, no file? Then there is nothing that could be asked for. */
@Component
class SaysNothing implements Question {

    private final Words words;

    SaysNothing(Words words) {
        this.words = words;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        boolean empty = mail.subject().isBlank()
                && mail.text().isBlank()
                && mail.cut().isBlank()
                && mail.attachments().isEmpty();
        return empty ? Optional.of(new Meaning.WantsNothing(words.sentence("reason.empty"))) : Optional.empty();
    }
}
