package dev.baton.intake.web;

import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerState;
import dev.baton.inbox.ReceivedMail;
import dev.baton.inbox.SenderProof;
import dev.baton.inbox.SenderProofs;
import dev.baton.inbox.Understood;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFilter;
import dev.baton.requests.RequestState;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person can make of a mail, with what is most likely wanted first. */
@Component
class EntryActs {

    private static final int MOST_REQUESTS = 8;

    private final Ledger ledger;
    private final Workflows workflows;
    private final Requests requests;
    private final SenderProofs proofs;
    private final People people;

    EntryActs(Ledger ledger, Workflows workflows, Requests requests, SenderProofs proofs, People people) {
        this.ledger = ledger;
        this.workflows = workflows;
        this.requests = requests;
        this.proofs = proofs;
        this.people = people;
    }

    EntryView.Acts of(LedgerEntry entry, ReceivedMail mail) {
        return new EntryView.Acts(
                workflows.all(),
                likely(entry, mail),
                likely(entry.request(), mail),
                mail.sender().isEmpty(),
                mail.sender().isPresent() && proofs.of(mail) != SenderProof.DISPROVEN,
                entry.state() != LedgerState.ANSWERED);
    }

    /** The workflow it was sent to; of a mail that opened a request of the wrong one, another. */
    private String likely(LedgerEntry entry, ReceivedMail mail) {
        Optional<String> known = ledger.understood(entry.id()).map(Understood::workflow);
        if (entry.state() == LedgerState.OPENED) {
            return workflows.all().stream()
                    .map(Workflow::key)
                    .filter(key -> !key.equals(known.orElse("")))
                    .findFirst()
                    .orElse("");
        }
        return known.or(() ->
                        workflows.guess(mail.subject() + "\n" + mail.text()).map(Workflow::key))
                .orElseGet(() -> workflows.defaultWorkflow().key());
    }

    /** The one its subject names, then the open ones of its sender. */
    private List<Request> likely(@Nullable RequestRef now, ReceivedMail mail) {
        Stream<Request> named = RequestRef.inSubject(mail.subject()).flatMap(requests::find).stream();
        Stream<Request> own = mail.sender().stream().flatMap(this::openOf);
        return Stream.concat(named, own)
                .filter(request -> !request.ref().equals(now))
                .distinct()
                .limit(MOST_REQUESTS)
                .toList();
    }

    private Stream<Request> openOf(EmailAddress sender) {
        EmailAddress known = people.find(sender).map(Person::address).orElse(sender);
        return requests.list(RequestFilter.of(known, RequestState.OPEN), null, MOST_REQUESTS).items().stream();
    }
}
