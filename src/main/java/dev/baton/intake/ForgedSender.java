package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.inbox.SenderProof;
import dev.baton.inbox.SenderProofs;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Does our own mail server say that the sender did not send it? Then nobody is answered and nothing follows from it. */
@Component
class ForgedSender implements Question {

    private final SenderProofs proofs;
    private final Words words;

    ForgedSender(SenderProofs proofs, Words words) {
        this.proofs = proofs;
        this.words = words;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        return mail.sender()
                .filter(sender -> proofs.of(mail) == SenderProof.DISPROVEN)
                .map(sender -> new Meaning.NeedsAPerson(words.sentence("reason.forged", sender.domain())));
    }
}
