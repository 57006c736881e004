package dev.baton.metrics;

import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the measures need to know of a request, as it stood at the moment that is looked back from.
 *
 * @param team the team it was with; null if it was with none
 * @param incomplete whether its requester had to be asked for what the brief lacked
 * @param endedAt null while it was open
 * @param delivered whether it ended by being delivered
 * @param promises the dates promised for it, first made first
 * @param madeUp whether it is example data
 */
public record RequestFact(
        RequestRef ref,
        String title,
        String workflow,
        @Nullable String campaign,
        @Nullable String team,
        Instant openedAt,
        boolean incomplete,
        @Nullable Instant endedAt,
        boolean delivered,
        List<Instant> promises,
        boolean madeUp) {

    public boolean isOpen() {
        return endedAt == null;
    }

    /** The promise that holds, if one was made. */
    public Optional<Instant> promised() {
        return promises.isEmpty() ? Optional.empty() : Optional.of(promises.get(promises.size() - 1));
    }

    /** Whether it was open at some moment of the period. */
    boolean wasOpenIn(Period period) {
        return openedAt.isBefore(period.to()) && (endedAt == null || endedAt.isAfter(period.from()));
    }
}
