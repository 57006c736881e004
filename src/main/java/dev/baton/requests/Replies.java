package dev.baton.requests;

import dev.baton.engine.Processes;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers that a step of a workflow waits for, a receive task or message event of the name {@code reply}. */
@Component
public class Replies {

    private static final int LONGEST_VARIABLE = 4_000;

    private final Processes processes;
    private final RequestParticipants participants;
    private final People people;
    private final WithoutLinks withoutLinks;

    Replies(Processes processes, RequestParticipants participants, People people, WithoutLinks withoutLinks) {
        this.processes = processes;
        this.participants = participants;
        this.people = people;
        this.withoutLinks = withoutLinks;
    }

    /** Whether a step of the request waits for such an answer. */
    public boolean awaited(Request request) {
        return request.isOpen() && processes.awaitsReply(request.ref());
    }

    /** The same, and what this author says may be it: what the owner says cannot, for whom it is. */
    public boolean awaited(Request request, EmailAddress author) {
        return mayBe(request, author) && awaited(request);
    }

    private static boolean mayBe(Request request, EmailAddress author) {
        return !author.equals(request.owner()) || author.equals(request.requester());
    }

    /**
     * Whether the step goes on with what this author says: the requester, and whoever was added to the request. What
     * others say the requester confirms, since whoever got a copy may answer (docs/decisions/0024).
     */
    public boolean speaksFor(Request request, EmailAddress author) {
        EmailAddress known = main(author);
        return mayBe(request, author)
                && (known.equals(main(request.requester())) || participants.include(request.ref(), known));
    }

    private EmailAddress main(EmailAddress address) {
        return people.find(address).map(Person::address).orElseGet(address::untagged);
    }

    /** What the step gets of a message: its beginning, without anybody's personal links. */
    public String words(IncomingMessage message) {
        return Texts.atMost(LONGEST_VARIABLE, withoutLinks.in(message.text()));
    }

    /**
     * The step that waits goes on with this message of the conversation, as the variables {@code reply} and {@code replyBy}.
     *
     * @param by whose answer it is, which may be another one's who wrote it
     * @return false if no step was waiting, and nothing has changed
     */
    @Transactional
    public boolean take(RequestRef request, IncomingMessage message, EmailAddress by) {
        return processes.reply(request, Map.of("reply", words(message), "replyBy", by.value()));
    }
}
