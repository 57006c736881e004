package dev.baton.intake;

import dev.baton.inbox.Forwarded;
import dev.baton.inbox.ReceivedMail;
import dev.baton.inbox.SenderProof;
import dev.baton.inbox.SenderProofs;
import dev.baton.people.People;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds out whose request a forwarded mail is: of the last person outside our people who wrote, else of who wrote last, if
 * one of our people forwarded it and is sure to have sent it (docs/decisions/0031).
 */
@Component
class Forwarding {

    private final People people;
    private final IntakeProperties properties;
    private final SenderProofs proofs;
    private final EmailAddress ours;

    Forwarding(People people, IntakeProperties properties, SenderProofs proofs, BatonProperties baton) {
        this.people = people;
        this.properties = properties;
        this.proofs = proofs;
        this.ours = baton.address().untagged();
    }

    /** Whose request this mail opens. */
    Whose of(ReceivedMail mail) {
        Forwarded forwarded = mail.forwarded();
        Optional<EmailAddress> sender = mail.sender();
        if (forwarded == null || sender.flatMap(people::find).isEmpty() || !isSure(mail)) {
            return new Whose.Senders();
        }
        Forwarded original = original(forwarded);
        EmailAddress author = original.from();
        if (author == null) {
            return new Whose.StillSenders(null, original.fromName(), "no-address");
        }
        if (main(author).equals(main(sender.get())) || author.untagged().equals(ours)) {
            return new Whose.Senders();
        }
        return mayAsk(author)
                ? new Whose.Authors(mail.asSentBy(original))
                : new Whose.StillSenders(author, original.fromName(), "may-not-ask");
    }

    /** Whether somebody of this address may have work done: one of our people, or of a domain that may ask. */
    boolean mayAsk(EmailAddress address) {
        return !address.untagged().equals(ours) && (people.find(address).isPresent() || properties.welcomes(address));
    }

    private Forwarded original(Forwarded newest) {
        List<Forwarded> chain = newest.chain();
        return chain.stream()
                .filter(mail -> mail.author().filter(this::isOutside).isPresent())
                .findFirst()
                .orElse(chain.get(0));
    }

    private boolean isOutside(EmailAddress author) {
        return people.find(author).isEmpty() && !author.untagged().equals(ours);
    }

    /** Whoever forges our people's address could otherwise have us write to anybody. */
    private boolean isSure(ReceivedMail mail) {
        SenderProof proof = proofs.of(mail);
        return proof == SenderProof.PROVEN || proof == SenderProof.UNCHECKED;
    }

    private EmailAddress main(EmailAddress address) {
        return people.personOrStranger(address.untagged()).address();
    }
}
