package dev.baton.metrics;

import dev.baton.metrics.KaplanMeier.Observation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when to when a request was open. */
record Lifetime(Instant openedAt, @Nullable Instant endedAt) {

    /** What was known of it at a moment after its opening. */
    Observation seenAt(Instant moment) {
        boolean ended = endedAt != null && !endedAt.isAfter(moment);
        Instant end = endedAt != null && ended ? endedAt : moment;
        return Observation.fromStart(Lasting.seconds(Duration.between(openedAt, end)), ended);
    }
}
