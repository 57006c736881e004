package dev.baton.intake;

import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.requests.Conversation;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.Replies;
import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.Requests;
import dev.baton.requests.WithoutLinks;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Signatures;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers that a workflow waits for and that may not be the requester's own words: the requester confirms them with a press,
 * or the workflow waits on (docs/decisions/0024).
 */
@Component
public class RepliesToConfirm {

    private static final String LINK = "reply";
    private static final String TEMPLATE = "confirm-reply";
    private static final int MOST_QUOTED = 2_000;

    /**
     * Asks whether work is to go on with it.
     *
     * @param why the word of a {@link WhyAsked}
     */
    record ConfirmReply(
            String title,
            String writtenFrom,
            String why,
            String confirmUrl,
            @Nullable String said,
            String statusUrl) {}

    /**
     * Such an answer.
     *
     * @param message where it stands in the conversation of the request
     * @param words what the workflow gets of it, and what others may read
     * @param takenAt when it was confirmed; null if it was not
     */
    public record Reply(
            Request request,
            IncomingMessage message,
            String words,
            WhyAsked why,
            @Nullable Instant takenAt) {}

    private final Requests requests;
    private final Replies replies;
    private final TakenReplies taken;
    private final Conversation conversation;
    private final RequestLinks links;
    private final WithoutLinks withoutLinks;
    private final Outbox outbox;
    private final Signatures signatures;
    private final BatonProperties baton;

    RepliesToConfirm(
            Requests requests,
            Replies replies,
            TakenReplies taken,
            Conversation conversation,
            RequestLinks links,
            WithoutLinks withoutLinks,
            Outbox outbox,
            Signatures signatures,
            BatonProperties baton) {
        this.requests = requests;
        this.replies = replies;
        this.taken = taken;
        this.conversation = conversation;
        this.links = links;
        this.withoutLinks = withoutLinks;
        this.outbox = outbox;
        this.signatures = signatures;
        this.baton = baton;
    }

    /** Why the requester has to confirm it; nothing if no step waits for it, or one may go on with it at once. */
    Optional<WhyAsked> whyAsked(Letter letter, Request request) {
        if (!replies.awaited(request, letter.sender())) {
            return Optional.empty();
        }
        boolean clear = !letter.mail().isInDoubt() && !letter.mail().text().isBlank();
        return letter.sure() && clear && replies.speaksFor(request, letter.sender())
                ? Optional.empty()
                : Optional.of(why(request, letter.message()));
    }

    private WhyAsked why(Request request, IncomingMessage message) {
        if (!replies.speaksFor(request, message.author())) {
            return WhyAsked.ANOTHER;
        }
        return message.unproven() ? WhyAsked.UNPROVEN : WhyAsked.DOUBT;
    }

    /** Whether the requester was asked so often lately that no more such mail goes there for a while. */
    boolean isAskedTooOften(Request request) {
        return outbox.repeats(request.requester(), TEMPLATE, request.ref());
    }

    /** To whom the question went, wherever the answer came from, so that a forger learns nothing and moves nothing. */
    void askFor(Letter letter, Request request, WhyAsked why) {
        IncomingMessage message = letter.message();
        outbox.enqueue(OutgoingMail.to(
                        request.requester(),
                        TEMPLATE,
                        new ConfirmReply(
                                request.title(),
                                letter.sender().value(),
                                why.word(),
                                link(request, letter.mail().id()),
                                message.text().isBlank() ? null : quoted(message),
                                links.status(request, request.requester())))
                .about(request.ref())
                .answeredTo(links.answerTo(request.ref()))
                .following(conversation.references(request.ref())));
    }

    /** Others' words go out without anybody's links. */
    private String quoted(IncomingMessage message) {
        return Shortened.text(withoutLinks.in(message.text()), MOST_QUOTED);
    }

    private String link(Request request, long ledgerId) {
        String content = request.ref() + "/" + ledgerId + "/" + person(request);
        return baton.link("/reply/" + signatures.token(LINK, content)).toString();
    }

    /** A word for the requester: the link ends when the request turns out to be somebody else's. */
    private String person(Request request) {
        return signatures.shortSignature(LINK, request.requester().value());
    }

    /** The answer of a link's token; nothing if we never signed it, or the mail was moved to another request. */
    public Optional<Reply> ofLink(String token) {
        return signatures
                .content(LINK, token)
                .map(content -> content.split("/", -1))
                .flatMap(parts -> requests.find(RequestRef.of(parts[0]))
                        .flatMap(request -> messageOf(request, Long.valueOf(parts[1]))));
    }

    /** Whether a token that we signed is still for the requester, who may be another one by now. */
    public boolean stillOpens(Reply reply, String token) {
        return signatures
                .content(LINK, token)
                .filter(content -> content.endsWith("/" + person(reply.request())))
                .isPresent();
    }

    private Optional<Reply> messageOf(Request request, Long ledgerId) {
        return conversation.written(request.ref()).stream()
                .filter(message -> Objects.equals(message.ledgerId(), ledgerId))
                .findFirst()
                .map(message -> new Reply(
                        request,
                        message,
                        replies.words(message),
                        why(request, message),
                        taken.takenAt(request.ref(), ledgerId).orElse(null)));
    }

    /** Whether the workflow still waits for an answer, and this one was not given to it before. */
    public boolean awaited(Reply reply) {
        return reply.takenAt() == null && replies.awaited(reply.request());
    }

    /**
     * The workflow goes on with it, as the requester's answer.
     *
     * @return false if it waits no longer or has this answer already, and nothing has changed
     * @throws org.springframework.dao.ConcurrencyFailureException if it was confirmed twice at this moment: look again
     * @throws org.springframework.dao.DuplicateKeyException likewise
     */
    @Transactional
    public boolean confirm(Reply reply) {
        Request now = requests.get(reply.request().ref());
        long ledgerId = Objects.requireNonNull(reply.message().ledgerId());
        boolean theirs = now.requester().equals(reply.request().requester());
        if (!theirs || !now.isOpen() || taken.takenAt(now.ref(), ledgerId).isPresent()) {
            return false;
        }
        boolean goesOn = replies.take(now.ref(), reply.message(), now.requester());
        if (goesOn) {
            taken.add(now.ref(), ledgerId);
        }
        return goesOn;
    }
}
