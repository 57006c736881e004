package dev.baton.tasks;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task given to one person. It has a signed link and an answer address of its own, so whoever uses them is this person.
 *
 * @param giver for a substitute who is away, for a colleague's task who gave it, for an escalated one who had it alone; null
 *     otherwise
 * @param note what was written to this person with it; null if nothing was
 * @param replyCode what stands in the answer address, {@code requests+t.<code>@…}
 * @param withdrawnAt when it stopped being this person's; null while it is
 */
public record HandOver(
        long id,
        String taskId,
        RequestRef request,
        EmailAddress person,
        Cause cause,
        @Nullable EmailAddress giver,
        @Nullable Note note,
        String replyCode,
        Instant mailedAt,
        @Nullable Instant withdrawnAt) {

    /** Words that came with the task, as they were written. */
    public record Note(EmailAddress by, String text) {}

    /** Whether the task is still this person's, as far as people go; it may be done all the same. */
    public boolean holds() {
        return withdrawnAt == null;
    }

    /** Whether this person is one of those the work waits for, and not only whoever answers for it. */
    public boolean doesTheWork() {
        return holds() && cause != Cause.ESCALATED;
    }

    /** In whose place this person decides; null in their own. */
    public @Nullable EmailAddress inPlaceOf() {
        return cause == Cause.SUBSTITUTE || cause == Cause.ESCALATED ? giver : null;
    }
}
