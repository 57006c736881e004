package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.inbox.SenderProofs;
import dev.baton.shared.EmailAddress;
import org.springframework.stereotype.Component;

/** Mails as somebody wrote them, each with how sure it is that they did (docs/decisions/0024). */
@Component
class Letters {

    private final SenderProofs proofs;

    Letters(SenderProofs proofs) {
        this.proofs = proofs;
    }

    /** @throws IllegalArgumentException if the mail has no sender */
    Letter of(ReceivedMail mail) {
        EmailAddress sender = mail.sender()
                .orElseThrow(() -> new IllegalArgumentException("Ledger entry " + mail.id() + " has no sender"));
        return of(mail, sender);
    }

    /** The same, written by this person; one whom somebody had to name is not sure. */
    Letter of(ReceivedMail mail, EmailAddress sender) {
        return Letter.of(mail, sender, proofs.of(mail).countsAsTheirs());
    }

    /**
     * What somebody wrote and another one forwarded, who vouches for it.
     *
     * @param mail the mail that came
     * @param original the mail within it
     * @throws IllegalArgumentException if one of them has no sender
     */
    PassedOn passedOn(ReceivedMail mail, ReceivedMail original) {
        Letter forwarder = of(mail);
        EmailAddress author = original.sender()
                .orElseThrow(() -> new IllegalArgumentException("No author in ledger entry " + mail.id()));
        return new PassedOn(Letter.of(original, author, forwarder.sure()), forwarder);
    }
}
