package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.models.Workflows;
import dev.baton.requests.Request;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Does its subject name a request, {@code [LAUNCH-42]}? Anybody can write that, so it counts only from somebody who
 * takes part; a stranger's mail goes on as a request of its own. References of other systems may stand before ours. {@code [COVID-19]} is no reference of ours.
 */
@Component
class NamesARequest implements Question {

    private final Requests requests;
    private final Workflows workflows;
    private final Participants participants;
    private final MayNotAsk mayNotAsk;

    NamesARequest(Requests requests, Workflows workflows, Participants participants, MayNotAsk mayNotAsk) {
        this.requests = requests;
        this.workflows = workflows;
        this.participants = participants;
        this.mayNotAsk = mayNotAsk;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        Optional<Request> theirs = RequestRef.allInSubject(mail.subject()).stream()
                .flatMap(ref -> requests.find(ref).stream())
                .filter(request -> takesPart(mail, request))
                .findFirst();
        return theirs.isPresent() ? theirs.map(request -> participants.meaningFor(mail, request)) : namesNothing(mail);
    }

    private Optional<Meaning> namesNothing(ReceivedMail mail) {
        Optional<RequestRef> named = RequestRef.inSubject(mail.subject()).filter(this::isOurs);
        boolean unknown = named.isPresent() && requests.find(named.get()).isEmpty();
        return unknown && mayNotAsk.ask(mail).isEmpty() ? named.map(Meaning.NamesNothing::new) : Optional.empty();
    }

    private boolean takesPart(ReceivedMail mail, Request request) {
        Optional<EmailAddress> sender = mail.sender();
        return sender.isPresent() && participants.include(sender.get(), request);
    }

    private boolean isOurs(RequestRef ref) {
        return workflows.all().stream().anyMatch(workflow -> workflow.prefix().equalsIgnoreCase(ref.prefix()))
                || requests.find(ref).isPresent();
    }
}
