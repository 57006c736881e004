package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.Requests;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Was it sent to the signed answer address of a request? Whoever has that address takes part, and a stranger there may be
 * the requester at another address; what our own people say is no answer to the questions of a brief that is not theirs.
 */
@Component
class AnswersARequest implements Question {

    private final OurAddress ours;
    private final RequestLinks links;
    private final Requests requests;
    private final Participants participants;

    AnswersARequest(OurAddress ours, RequestLinks links, Requests requests, Participants participants) {
        this.ours = ours;
        this.links = links;
        this.requests = requests;
        this.participants = participants;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        return ours.tagsOf(mail).stream()
                .flatMap(tag -> links.ofAnswer(tag).stream())
                .flatMap(ref -> requests.find(ref).stream())
                .findFirst()
                .map(request -> request.waitsForBrief() && !participants.isFromOurPeople(mail)
                        ? new Meaning.CompletesBrief(request)
                        : participants.meaningFor(mail, request));
    }
}
