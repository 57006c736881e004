package dev.baton.requests;

import dev.baton.engine.Processes;
import dev.baton.shared.RequestRef;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers that a step of a workflow waits for, a receive task or message event of the name {@code reply}. */
@Component
public class Replies {

    private static final int LONGEST_VARIABLE = 4_000;

    private final Processes processes;
    private final WithoutLinks withoutLinks;

    Replies(Processes processes, WithoutLinks withoutLinks) {
        this.processes = processes;
        this.withoutLinks = withoutLinks;
    }

    /** Whether a step of the request waits for such an answer. */
    public boolean awaited(Request request) {
        return request.isOpen() && processes.awaitsReply(request.ref());
    }

    /** Whether what this author says can be such an answer: what the owner says cannot, for whom it is. */
    static boolean mayBe(Request request, IncomingMessage message) {
        return !message.author().equals(request.owner()) || message.author().equals(request.requester());
    }

    /**
     * The step that waits goes on with this message of the conversation, as the variables {@code reply} and {@code replyBy}.
     *
     * @return false if no step was waiting, and nothing has changed
     */
    @Transactional
    public boolean take(RequestRef request, IncomingMessage message) {
        return processes.reply(
                request,
                Map.of(
                        "reply", Texts.atMost(LONGEST_VARIABLE, withoutLinks.in(message.text())),
                        "replyBy", message.author().value()));
    }
}
