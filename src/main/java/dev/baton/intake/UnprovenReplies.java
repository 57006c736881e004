package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.requests.Conversation;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.Replies;
import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.Requests;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Signatures;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers that a workflow waits for, of which nobody vouches who wrote them: the requester confirms them with a press, or the
 * workflow waits on (docs/decisions/0024).
 */
@Component
public class UnprovenReplies {

    private static final String LINK = "reply";

    /** Asks whether it was them. */
    record ConfirmReply(
            String title,
            String writtenFrom,
            String confirmUrl,
            @Nullable String said,
            String statusUrl) {}

    /**
     * Such an answer.
     *
     * @param message where it stands in the conversation of the request
     */
    public record Reply(Request request, IncomingMessage message) {}

    private final Requests requests;
    private final Replies replies;
    private final Conversation conversation;
    private final RequestLinks links;
    private final Outbox outbox;
    private final Signatures signatures;
    private final BatonProperties baton;

    UnprovenReplies(
            Requests requests,
            Replies replies,
            Conversation conversation,
            RequestLinks links,
            Outbox outbox,
            Signatures signatures,
            BatonProperties baton) {
        this.requests = requests;
        this.replies = replies;
        this.conversation = conversation;
        this.links = links;
        this.outbox = outbox;
        this.signatures = signatures;
        this.baton = baton;
    }

    /** To whom the question went, wherever the answer came from, so that a forger learns nothing and moves nothing. */
    void askFor(ReceivedMail mail, Request request) {
        if (outbox.repeats(request.requester(), "confirm-reply", request.ref())) {
            return;
        }
        outbox.enqueue(OutgoingMail.to(
                        request.requester(),
                        "confirm-reply",
                        new ConfirmReply(
                                request.title(),
                                Letter.of(mail).sender().value(),
                                link(request.ref(), mail.id()),
                                mail.text().isBlank() ? null : mail.text(),
                                links.status(request, request.requester())))
                .about(request.ref())
                .answeredTo(links.answerTo(request.ref()))
                .following(conversation.references(request.ref())));
    }

    private String link(RequestRef request, long ledgerId) {
        return baton.link("/reply/" + signatures.token(LINK, request + "/" + ledgerId))
                .toString();
    }

    /** The answer of a link's token; nothing if we never signed it, or the mail was moved to another request. */
    public Optional<Reply> ofLink(String token) {
        return signatures
                .content(LINK, token)
                .map(content -> content.split("/", 2))
                .flatMap(parts -> requests.find(RequestRef.of(parts[0]))
                        .flatMap(request -> messageOf(request, Long.valueOf(parts[1]))));
    }

    private Optional<Reply> messageOf(Request request, Long ledgerId) {
        return conversation.written(request.ref()).stream()
                .filter(message -> Objects.equals(message.ledgerId(), ledgerId))
                .findFirst()
                .map(message -> new Reply(request, message));
    }

    /** Whether the workflow still waits for an answer. */
    public boolean awaited(Reply reply) {
        return replies.awaited(reply.request());
    }

    /**
     * The workflow goes on with it.
     *
     * @return false if it waits no longer, and nothing has changed
     */
    @Transactional
    public boolean confirm(Reply reply) {
        return requests.get(reply.request().ref()).isOpen()
                && replies.take(reply.request().ref(), reply.message());
    }
}
