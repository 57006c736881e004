package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.shared.BatonProperties;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Is there somebody who wrote it? Without a sender, or with ourselves as the sender, nobody could be answered. */
@Component
class FromNobody implements Question {

    private final BatonProperties baton;
    private final Words words;

    FromNobody(BatonProperties baton, Words words) {
        this.baton = baton;
        this.words = words;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        if (mail.sender().isEmpty()) {
            return Optional.of(new Meaning.NeedsAPerson(words.sentence("reason.no-sender")));
        }
        return mail.sender()
                .filter(sender -> sender.untagged().equals(baton.address().untagged()))
                .map(ourselves -> new Meaning.NeedsAPerson(words.sentence("reason.from-ourselves", ourselves)));
    }
}
