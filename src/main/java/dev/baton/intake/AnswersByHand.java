package dev.baton.intake;

import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerState;
import dev.baton.inbox.ReceivedMail;
import dev.baton.intake.HandAnswers.HandAnswer;
import dev.baton.outbox.Outbox;
import dev.baton.requests.Request;
import dev.baton.requests.Requests;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Does it answer what one of us wrote by hand to a mail that belonged to no request? Then it asks for no work of its own: it
 * joins the request that the first mail belongs to by now, or waits for whoever wrote by hand.
 */
@Component
class AnswersByHand implements Question {

    private static final Set<LedgerState> BELONGING =
            Set.of(LedgerState.OPENED, LedgerState.JOINED, LedgerState.ANSWERED);

    private final Outbox outbox;
    private final HandAnswers answers;
    private final Ledger ledger;
    private final Requests requests;
    private final Participants participants;

    AnswersByHand(Outbox outbox, HandAnswers answers, Ledger ledger, Requests requests, Participants participants) {
        this.outbox = outbox;
        this.answers = answers;
        this.ledger = ledger;
        this.requests = requests;
        this.participants = participants;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        return mail.references().stream()
                .flatMap(id -> outbox.byMessageId(id).stream())
                .flatMap(ours -> answers.of(ours).stream())
                .findFirst()
                .map(answer -> requestOf(answer)
                        .map(request -> participants.meaningFor(mail, request))
                        .orElseGet(() -> new Meaning.AnswersByHand(answer)));
    }

    private Optional<Request> requestOf(HandAnswer answer) {
        return ledger.find(answer.ledgerId())
                .filter(entry -> BELONGING.contains(entry.state()))
                .map(LedgerEntry::request)
                .flatMap(requests::find);
    }
}
