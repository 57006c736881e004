package dev.baton.intake;

import dev.baton.inbox.Disposition;
import dev.baton.inbox.ReceivedMail;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.DigestAnswers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the sender what a mail was meant for. */
@Component
class AskingBack {

    /** Says that there is no request with the reference somebody wrote. */
    record UnknownReference(String reference, @Nullable String subject, String address) {}

    private final Outbox outbox;
    private final EmailAddress address;
    private final DigestAnswers digests;
    private final Letters letters;
    private final Words words;

    AskingBack(Outbox outbox, BatonProperties baton, DigestAnswers digests, Letters letters, Words words) {
        this.outbox = outbox;
        this.address = baton.address();
        this.digests = digests;
        this.letters = letters;
        this.words = words;
    }

    /** The mail is kept for a person; its sender gets one question back that lists what waits for them. */
    Disposition whichTask(ReceivedMail mail) {
        Letter letter = letters.of(mail);
        if (!outbox.repeats(letter.sender(), "which-task", null)) {
            digests.askWhich(letter.message());
        }
        return new Disposition.Quarantined(words.sentence("reason.answers-digest"));
    }

    /** The mail is kept for a person, since nobody but its sender knows which request it is about. */
    Disposition whichRequest(ReceivedMail mail, RequestRef ref) {
        EmailAddress sender = letters.of(mail).sender();
        if (!outbox.repeats(sender, "unknown-reference", null)) {
            ask(mail, ref, sender);
        }
        return new Disposition.Quarantined(words.sentence("reason.unknown-reference", ref));
    }

    private void ask(ReceivedMail mail, RequestRef ref, EmailAddress sender) {
        String messageId = mail.messageId();
        outbox.enqueue(OutgoingMail.to(
                        sender,
                        "unknown-reference",
                        new UnknownReference(
                                ref.toString(), mail.subject().isBlank() ? null : mail.subject(), address.value()))
                .following(messageId == null ? List.of() : List.of(messageId)));
    }
}
