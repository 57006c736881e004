package dev.baton.intake;

import dev.baton.inbox.Disposition;
import dev.baton.inbox.ReceivedMail;
import dev.baton.inbox.SenderProof;
import dev.baton.inbox.SenderProofs;
import dev.baton.intake.HandAnswers.HandAnswer;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.people.People;
import dev.baton.requests.Conversation;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.Requests;
import dev.baton.requests.WithoutLinks;
import dev.baton.shared.BatonProperties;
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

    /** Tells who wrote by hand that there is an answer. */
    record AnswerBack(
            String senderName,
            String senderAddress,
            @Nullable String subject,
            @Nullable String said,
            String url,
            String firstUrl) {}

    private static final int MOST_QUOTED = 2_000;

    private final Outbox outbox;
    private final Conversation conversation;
    private final Requests requests;
    private final RequestLinks links;
    private final SenderProofs proofs;
    private final People people;
    private final ByHandWords words;
    private final HandAnswers handAnswers;
    private final Letters letters;
    private final WithoutLinks withoutLinks;
    private final Words texts;
    private final BatonProperties baton;

    HandWritten(
            Outbox outbox,
            Conversation conversation,
            Requests requests,
            RequestLinks links,
            SenderProofs proofs,
            People people,
            ByHandWords words,
            HandAnswers handAnswers,
            Letters letters,
            WithoutLinks withoutLinks,
            Words texts,
            BatonProperties baton) {
        this.outbox = outbox;
        this.conversation = conversation;
        this.requests = requests;
        this.links = links;
        this.proofs = proofs;
        this.people = people;
        this.words = words;
        this.handAnswers = handAnswers;
        this.letters = letters;
        this.withoutLinks = withoutLinks;
        this.texts = texts;
        this.baton = baton;
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
        if (about == null) {
            handAnswers.add(
                    outbox.enqueue(mail.following(thread)),
                    new HandAnswer(held.entry().id(), held.hand().by()));
        } else {
            outbox.enqueue(mail.about(about).answeredTo(links.answerTo(about)).following(thread));
        }
    }

    /** The mail is kept for a person, and whoever wrote by hand is told of it. */
    Disposition goesOn(ReceivedMail mail, HandAnswer answer) {
        Letter letter = letters.of(mail);
        boolean own = people.personOrStranger(letter.sender()).address().equals(answer.by());
        if (!own && !outbox.repeats(answer.by(), "answer-back", null)) {
            tell(letter, answer);
        }
        return new Disposition.Quarantined(texts.sentence(
                "reason.answers-by-hand", people.personOrStranger(answer.by()).name(), answer.ledgerId()));
    }

    private void tell(Letter letter, HandAnswer answer) {
        ReceivedMail mail = letter.mail();
        String subject = Subject.plain(mail.subject());
        AnswerBack told = new AnswerBack(
                letter.senderName(),
                letter.sender().value(),
                subject.isEmpty() ? null : subject,
                quoted(mail.text()),
                page(mail.id()),
                page(answer.ledgerId()));
        handAnswers.add(outbox.enqueue(OutgoingMail.to(answer.by(), "answer-back", told)), answer);
    }

    /** Whoever reads it may be another one than whom our links in it were for. */
    private @Nullable String quoted(String words) {
        String plain = withoutLinks.in(words).strip();
        return plain.isEmpty() ? null : Shortened.text(plain, MOST_QUOTED);
    }

    private String page(long ledgerId) {
        return baton.link("/ledger/" + ledgerId).toString();
    }

    private Answer model(Held held, Letter letter, @Nullable RequestRef about, String text) {
        EmailAddress by = held.hand().by();
        String subject = Subject.plain(held.mail().subject());
        return new Answer(
                people.personOrStranger(by).name(),
                text,
                subject.isEmpty() ? null : subject,
                quoted(letter.words()),
                about == null ? null : links.status(requests.get(about), letter.sender()));
    }
}
