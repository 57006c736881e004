package dev.baton.metrics;

import dev.baton.shared.RequestRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a request was worked on.
 *
 * @param campaign what it is part of; null for nothing
 * @param begunAt when its brief was complete
 * @param endedAt null while it is open
 * @param delivered false as well where it was closed without delivery
 * @param madeUp whether it is example data
 */
record Lifetime(
        RequestRef ref,
        @Nullable String campaign,
        Instant begunAt,
        @Nullable Instant endedAt,
        boolean delivered,
        boolean madeUp) {

    /** Whether it was delivered by then. */
    boolean deliveredBy(Instant moment) {
        return delivered && over(moment);
    }

    /** Whether it was closed without delivery by then. */
    boolean closedBy(Instant moment) {
        return !delivered && over(moment);
    }

    private boolean over(Instant moment) {
        return endedAt != null && !endedAt.isAfter(moment);
    }
}
