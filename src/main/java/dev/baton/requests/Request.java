package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work asked for.
 *
 * @param id counts up in the order of opening
 * @param workflow key of the workflow it follows
 * @param definitionId the version of the workflow; null while it waits for its brief
 * @param owner the one person who answers for it
 * @param team the key of the team that does it, once that is known
 * @param campaign what it is part of, if anything
 * @param brief what the requester said, by field of the workflow's form
 * @param askedAt when the requester was asked for what the brief lacked; null if it was complete
 * @param startedAt when work could begin; null while the brief is incomplete
 * @param endedAt null while it is open
 * @param closedBecause why it ended without being delivered
 * @param promisedAt the promise that holds now
 * @param firstPromisedAt the promise that was made first
 * @param madeUp whether it is example data that nobody asked for
 */
public record Request(
        long id,
        RequestRef ref,
        String workflow,
        @Nullable String definitionId,
        String title,
        EmailAddress requester,
        String requesterName,
        EmailAddress owner,
        @Nullable String team,
        @Nullable String campaign,
        Map<String, Object> brief,
        Instant openedAt,
        @Nullable Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String closedBecause,
        @Nullable Instant promisedAt,
        @Nullable Instant firstPromisedAt,
        boolean madeUp) {

    /** The same with a promise that was just made. */
    Request promised(Instant due) {
        return new Request(
                id,
                ref,
                workflow,
                definitionId,
                title,
                requester,
                requesterName,
                owner,
                team,
                campaign,
                brief,
                openedAt,
                askedAt,
                startedAt,
                endedAt,
                closedBecause,
                due,
                firstPromisedAt == null ? due : firstPromisedAt,
                madeUp);
    }

    public RequestState state() {
        if (endedAt == null) {
            return RequestState.OPEN;
        }
        return closedBecause == null ? RequestState.DELIVERED : RequestState.CLOSED;
    }

    public boolean isOpen() {
        return endedAt == null;
    }

    /** Whether it is open only because its requester has not yet said enough to begin. */
    public boolean waitsForBrief() {
        return isOpen() && startedAt == null;
    }

    /** Whether the promise that holds now was broken: by its end, or by now while it is open. */
    public boolean late(Instant now) {
        return promisedAt != null && promisedAt.isBefore(endedAt == null ? now : endedAt);
    }
}
