package dev.baton.metrics;

import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An open request that somebody waits for.
 *
 * @param begunAt when its brief was complete; null while it is not
 * @param waits what holds it up
 */
record Awaited(RequestRef ref, String workflow, @Nullable Instant begunAt, List<Waiting> waits) {

    /**
     * Something that holds a request up.
     *
     * @param on the request it waits for; null where it waits for something else
     * @param inVain whether that request has ended all the same, so that it will not come
     */
    record Waiting(@Nullable RequestRef on, Instant since, boolean inVain) {}

    /** Whether a request it waits for will not come. */
    boolean inVain() {
        return waits.stream().anyMatch(Waiting::inVain);
    }

    /** The requests it waits for itself. */
    List<RequestRef> others() {
        return waits.stream()
                .flatMap(each -> each.on() == null ? Stream.of() : Stream.of(each.on()))
                .distinct()
                .toList();
    }

    /** Whether it waits for something of which nobody knows when it ends. */
    boolean heldUp() {
        return waits.stream().anyMatch(each -> each.on() == null);
    }

    /** Since when it has not gone on for another request's sake; the earliest moment if for several. */
    Instant waitsSince() {
        return waits.stream()
                .filter(each -> each.on() != null)
                .map(Waiting::since)
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
