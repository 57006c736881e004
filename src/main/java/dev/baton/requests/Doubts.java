package dev.baton.requests;

import dev.baton.outbox.Outbox;
import dev.baton.people.People;
import dev.baton.shared.EmailAddress;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether a message is of somebody whom the people of its request know (docs/decisions/0024). */
@Component
public class Doubts {

    /** What somebody gets who has nothing to do with a request. */
    private static final Set<String> TO_ANYBODY =
            Set.of("not-yours", "unknown-reference", "which-task", "refused", "answer");

    private final RequestParticipants participants;
    private final Outbox outbox;
    private final People people;

    Doubts(RequestParticipants participants, Outbox outbox, People people) {
        this.participants = participants;
        this.outbox = outbox;
        this.people = people;
    }

    /** What readers of the message are told of its author; nothing where all is well. */
    public Optional<Doubt> of(Request request, IncomingMessage message) {
        if (isStranger(request, message.author())) {
            return Optional.of(Doubt.STRANGER);
        }
        return message.unproven() ? Optional.of(Doubt.UNPROVEN) : Optional.empty();
    }

    /** The author as it is shown: by name, and where there is a doubt with the address, since anybody can take a name. */
    public String author(Request request, IncomingMessage message) {
        String name = message.name().isBlank()
                ? people.personOrStranger(message.author()).name()
                : message.name();
        return of(request, message).isEmpty() ? name : name + " <" + message.author() + ">";
    }

    /** Neither of our people nor the requester, nor added, nor ever written to about it, as whoever has a task of it is. */
    private boolean isStranger(Request request, EmailAddress author) {
        return people.find(author).isEmpty()
                && !author.untagged().equals(request.requester().untagged())
                && !participants.include(request.ref(), author)
                && TO_ANYBODY.containsAll(outbox.templatesTo(author, request.ref()));
    }
}
