package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.Requests;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Does it quote a mail of ours? The signed status link in the foot of every one names the request where all headers were
 * lost. Only what is quoted counts: whoever pastes a link into words of their own may ask for something new. What quotes
 * several requests answers a mail about many things.
 */
@Component
class QuotesARequest implements Question {

    private final RequestLinks links;
    private final Requests requests;
    private final Participants participants;

    QuotesARequest(RequestLinks links, Requests requests, Participants participants) {
        this.links = links;
        this.requests = requests;
        this.participants = participants;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        List<Request> quoted = links.inText(mail.cut()).stream()
                .distinct()
                .flatMap(ref -> requests.find(ref).stream())
                .toList();
        return quoted.size() > 1
                ? Optional.of(new Meaning.AnswersDigest())
                : quoted.stream().findFirst().map(request -> participants.meaningFor(mail, request));
    }
}
