package dev.baton.tasks;

import dev.baton.models.Outcome;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Signatures;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * The signed link and the answer address of each hand-over. A link shows; only a deliberate press on its page decides,
 * so robots that open links change nothing, and it still works after they did.
 */
@Component
public class ActionLinks {

    private static final String ACTION = "action";
    private static final String BLOCKER = "blocker";
    private static final String TAG = "t.";

    private final BatonProperties baton;
    private final Signatures signatures;
    private final HandOvers handOvers;

    ActionLinks(BatonProperties baton, Signatures signatures, HandOvers handOvers) {
        this.baton = baton;
        this.signatures = signatures;
        this.handOvers = handOvers;
    }

    /** The page on which this person decides: a path. */
    public String path(HandOver handOver) {
        return "/t/" + signatures.token(ACTION, String.valueOf(handOver.id()));
    }

    /** The same in full, for a mail. */
    public String url(HandOver handOver) {
        return baton.link(path(handOver)).toString();
    }

    /** The same with an outcome already pointed at; it is decided there and not by the link. */
    public String url(HandOver handOver, String outcome) {
        return url(handOver) + "?outcome=" + UriUtils.encode(outcome, StandardCharsets.UTF_8);
    }

    /** The same with what was written in a mail filled in, without what is only passed on below that. */
    String url(HandOver handOver, Outcome outcome, MailAnswer answer) {
        Long mail = answer.message().ledgerId();
        String said =
                mail == null ? "" : "&said=" + mail + "&own=" + answer.own().length();
        return url(handOver, outcome.value()) + said;
    }

    /**
     * The page on which somebody hands the task over.
     *
     * @param offered whom it offers first; null for nobody
     */
    String handOverUrl(HandOver handOver, @Nullable EmailAddress offered) {
        return url(handOver) + "/hand-over"
                + (offered == null ? "" : "?to=" + UriUtils.encode(offered.value(), StandardCharsets.UTF_8));
    }

    /** Whose link this is, or nothing if we never signed it. */
    public Optional<HandOver> of(String token) {
        return signatures.content(ACTION, token).map(Long::valueOf).flatMap(handOvers::find);
    }

    /** The page on which somebody says that what they were waited for is out of the way. */
    String blocker(long id) {
        return baton.link("/t/blocker/" + signatures.token(BLOCKER, String.valueOf(id)))
                .toString();
    }

    /** The blocker of a token, or nothing if we never signed it. */
    public Optional<Long> ofBlocker(String token) {
        return signatures.content(BLOCKER, token).map(Long::valueOf);
    }

    /** Where this person's answer by mail goes. */
    public EmailAddress answerTo(HandOver handOver) {
        return baton.address().withTag(TAG + handOver.replyCode());
    }

    /** Whether an answer to this address would be one to a task. */
    boolean isAnswerToATask(EmailAddress address) {
        return address.untagged().equals(baton.address().untagged())
                && address.tag().filter(tag -> tag.startsWith(TAG)).isPresent();
    }

    /** Whose answer address has this plus-tag; nothing if it is no task's. */
    Optional<HandOver> ofTag(String tag) {
        return tag.startsWith(TAG) ? handOvers.byReplyCode(tag.substring(TAG.length())) : Optional.empty();
    }
}
