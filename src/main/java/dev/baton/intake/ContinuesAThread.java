package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.requests.Conversation;
import dev.baton.requests.Requests;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Does it answer a mail that belongs to a request (RFC 5322 §3.6.4)? */
@Component
class ContinuesAThread implements Question {

    private final Conversation conversation;
    private final Requests requests;
    private final Participants participants;

    ContinuesAThread(Conversation conversation, Requests requests, Participants participants) {
        this.conversation = conversation;
        this.requests = requests;
        this.participants = participants;
    }

    @Override
    public Optional<Meaning> ask(ReceivedMail mail) {
        return conversation
                .requestOf(mail.references())
                .flatMap(requests::find)
                .map(request -> participants.meaningFor(mail, request));
    }
}
