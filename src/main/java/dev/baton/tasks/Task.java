package dev.baton.tasks;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a request that waits, or waited, for people.
 *
 * @param number counts up in the order of opening
 * @param id the engine's id
 * @param definitionId the version of the model it stands in, which may be a called process
 * @param key its id in that model
 * @param name what the model calls it
 * @param round the same for all votes of one pass; null for a task of its own
 * @param assignee the one person the work was given to; null while it is offered to several
 * @param dueAt the promise that holds now; null if nobody made one
 * @param endedAt null while it is open
 * @param withdrawn whether the model took it away before anybody decided
 */
public record Task(
        long number,
        String id,
        RequestRef request,
        String processId,
        String definitionId,
        String key,
        String name,
        @Nullable String round,
        @Nullable EmailAddress assignee,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant endedAt,
        boolean withdrawn) {

    public boolean isOpen() {
        return endedAt == null;
    }

    /** Whether the promise that holds now was broken: by its end, or by now while it is open. */
    public boolean late(Instant now) {
        return dueAt != null && dueAt.isBefore(endedAt == null ? now : endedAt);
    }
}
