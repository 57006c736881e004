package dev.baton.intake;

import dev.baton.inbox.Disposition;
import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerState;
import dev.baton.inbox.ReceivedMail;
import dev.baton.intake.Correction.Act;
import dev.baton.requests.Conversation;
import dev.baton.requests.Decisions;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFiles;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a mail leaves behind in the request it belonged to, when it is moved by hand. */
@Component
class Leaving {

    private final Ledger ledger;
    private final CorrectionRows rows;
    private final Requests requests;
    private final Conversation conversation;
    private final RequestFiles files;
    private final Decisions decisions;
    private final Letters letters;
    private final ByHandWords words;

    Leaving(
            Ledger ledger,
            CorrectionRows rows,
            Requests requests,
            Conversation conversation,
            RequestFiles files,
            Decisions decisions,
            Letters letters,
            ByHandWords words) {
        this.ledger = ledger;
        this.rows = rows;
        this.requests = requests;
        this.conversation = conversation;
        this.files = files;
        this.decisions = decisions;
        this.letters = letters;
        this.words = words;
    }

    /**
     * The mail belongs to another request now. The one that was opened with it was a mistake: it is closed, and what else
     * people wrote to it by mail goes along, except answers that decided a task.
     */
    void leave(Held held, Request to) {
        RequestRef from = held.entry().request();
        if (from == null || !belonged(held)) {
            return;
        }
        EmailAddress by = held.hand().by();
        requests.moveAway(from, held.entry().id(), to.ref(), by);
        if (held.is(LedgerState.OPENED)) {
            others(from, held.entry().id()).forEach(other -> takeAlong(other, from, to, by));
            requests.merge(from, to.ref(), by, words.sentence("merged", by, to.ref(), to.title()));
        }
    }

    /** @return the request it still concerns, if any */
    @Nullable
    RequestRef leaveForGood(Held held, String reason) {
        RequestRef from = held.entry().request();
        if (from == null || !belonged(held)) {
            return from;
        }
        if (held.is(LedgerState.OPENED)) {
            requests.close(from, held.hand().by(), reason);
            return from;
        }
        requests.moveAway(from, held.entry().id(), null, held.hand().by());
        return null;
    }

    /** Whether it decided a task, wherever it was moved since. */
    boolean hasDecided(Held held) {
        String messageId = held.mail().messageId();
        Stream<RequestRef> belongedTo = Stream.concat(
                Stream.ofNullable(held.entry().request()),
                rows.of(held.entry().id()).stream().flatMap(made -> Stream.ofNullable(made.from())));
        return held.is(LedgerState.ANSWERED)
                || (messageId != null
                        && belongedTo
                                .flatMap(request -> decisions.of(request).stream())
                                .anyMatch(decision -> decision.evidence().contains(messageId)));
    }

    private static boolean belonged(Held held) {
        return held.is(LedgerState.OPENED) || held.is(LedgerState.JOINED) || held.is(LedgerState.ANSWERED);
    }

    private List<LedgerEntry> others(RequestRef request, long except) {
        return conversation.written(request).stream()
                .map(IncomingMessage::ledgerId)
                .filter(Objects::nonNull)
                .filter(id -> id != except)
                .distinct()
                .sorted()
                .map(ledger::hold)
                .flatMap(Optional::stream)
                .filter(entry -> entry.state() == LedgerState.JOINED && request.equals(entry.request()))
                .toList();
    }

    /** Somebody may have named the author of a mail that does not say who wrote it. */
    private Optional<EmailAddress> author(LedgerEntry entry, RequestRef request) {
        return conversation.written(request).stream()
                .filter(message -> Objects.equals(message.ledgerId(), entry.id()))
                .map(IncomingMessage::author)
                .findFirst();
    }

    private void takeAlong(LedgerEntry other, RequestRef from, Request to, EmailAddress by) {
        ReceivedMail mail = ledger.read(other.id()).orElseThrow();
        author(other, from).map(author -> letters.of(mail, author)).ifPresent(letter -> {
            letter.keepFiles(files, to.ref());
            conversation.takeAlong(from, other.id(), to.ref());
            requests.moveAway(from, other.id(), to.ref(), by);
            Disposition joined = new Disposition.Joined(to.ref(), words.sentence("taken-along", by, from));
            ledger.settle(mail, joined, to.workflow());
            rows.add(other.id(), Act.ATTACHED, by, from, to.ref(), null);
        });
    }
}
