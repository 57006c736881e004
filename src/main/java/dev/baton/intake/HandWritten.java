package dev.baton.intake;

import dev.baton.inbox.SenderProof;
import dev.baton.inbox.SenderProofs;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.people.People;
import dev.baton.requests.Conversation;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers that a person writes to the sender of a mail. */
@Component
class HandWritten {

    /** An answer to a mail, in its thread. */
    record Answer(
            String personName,
            String text,
            @Nullable String subject,
            @Nullable String asked,
            @Nullable String statusUrl) {}

    private static final int MOST_QUOTED = 2_000;

    private final Outbox outbox;
    private final Conversation conversation;
    private final Requests requests;
    private final RequestLinks links;
    private final SenderProofs proofs;
    private final People people;
    private final ByHandWords words;

    HandWritten(
            Outbox outbox,
            Conversation conversation,
            Requests requests,
            RequestLinks links,
            SenderProofs proofs,
            People people,
            ByHandWords words) {
        this.outbox = outbox;
        this.conversation = conversation;
        this.requests = requests;
        this.links = links;
        this.proofs = proofs;
        this.people = people;
        this.words = words;
    }

    /** Why this cannot be answered; nothing if it can. */
    Optional<Corrected.Refused> refusal(Held held, String text) {
        if (text.isBlank()) {
            return Optional.of(words.refused("no-text"));
        }
        if (held.letter().isEmpty()) {
            return Optional.of(words.refused("nobody-to-answer"));
        }
        return proofs.of(held.mail()) == SenderProof.DISPROVEN
                ? Optional.of(words.refused("forged"))
                : Optional.empty();
    }

    void send(Held held, String text) {
        Letter letter = held.letter().orElseThrow();
        RequestRef about = held.entry().request();
        OutgoingMail mail = OutgoingMail.to(letter.sender(), "answer", model(held, letter, about, text));
        String messageId = held.mail().messageId();
        List<String> thread = new ArrayList<>(about == null ? List.of() : conversation.references(about));
        if (messageId != null) {
            thread.remove(messageId);
            thread.add(messageId);
        }
        outbox.enqueue(
                about == null
                        ? mail.following(thread)
                        : mail.about(about).answeredTo(links.answerTo(about)).following(thread));
    }

    private Answer model(Held held, Letter letter, @Nullable RequestRef about, String text) {
        EmailAddress by = held.hand().by();
        String asked = letter.words().strip();
        String subject = Subject.plain(held.mail().subject());
        return new Answer(
                people.personOrStranger(by).name(),
                text,
                subject.isEmpty() ? null : subject,
                asked.isEmpty() ? null : asked.substring(0, Math.min(asked.length(), MOST_QUOTED)),
                about == null ? null : links.status(requests.get(about), letter.sender()));
    }
}
