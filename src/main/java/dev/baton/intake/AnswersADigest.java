package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.outbox.Digest;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.QuietLinks;
import dev.baton.shared.EmailAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Does it answer a digest, which is about many things and names none of them? */
@Component
class AnswersADigest implements Question {

    private final OurAddress ours;
    private final QuietLinks links;
    private final Outbox outbox;

    AnswersADigest(OurAddress ours, QuietLinks links, Outbox outbox) {
        this.ours = ours;
        this.links = links;
        this.outbox = outbox;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        Optional<EmailAddress> sender = mail.sender();
        boolean ownAddress =
                sender.isPresent() && ours.tagsOf(mail).stream().anyMatch(tag -> links.isAnswerOf(sender.get(), tag));
        return ownAddress || followsADigest(mail) ? Optional.of(new Meaning.AnswersDigest()) : Optional.empty();
    }

    /** An answer refers to what it answers last (RFC 5322 §3.6.4). */
    private boolean followsADigest(ReceivedMail mail) {
        return mail.references().stream()
                .limit(1)
                .flatMap(id -> outbox.byMessageId(id).stream())
                .anyMatch(answered -> answered.template().equals(Digest.TEMPLATE));
    }
}
