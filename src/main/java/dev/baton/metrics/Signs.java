package dev.baton.metrics;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Signs that numbers may look better than work went: each with what it was counted from, and none a proof of anything
 * (docs/decisions/0101).
 *
 * @param lastMoment dates moved later on the working day they fell due, or on the one before, of those that came so near
 * @param undated tasks that nothing was promised for, of those that reached somebody
 * @param inBursts tasks decided in a burst, of those decided
 * @param bursts how many bursts those were
 * @param pauses blockers raised that near to a date and held beyond it, of those raised on what had a date
 * @param timeBlocked how much of the time for which requests were open they stood still
 * @param madeUp requests among these that are example data
 */
public record Signs(
        Measure lastMoment,
        Measure undated,
        Measure inBursts,
        long bursts,
        Measure pauses,
        TimeShare timeBlocked,
        long madeUp) {

    /** So many decisions by one person within {@link #BURST_WITHIN} are a burst. */
    public static final int BURST = 5;

    /** The longest time from the first of them to the last. */
    public static final Duration BURST_WITHIN = Duration.ofMinutes(10);

    /**
     * A date that was moved later at the last moment.
     *
     * @param due the date that was near
     * @param movedTo what it became
     */
    public record Moved(RequestFact request, String task, Instant due, Instant movedAt, Instant movedTo) {}

    /**
     * A task that nothing was promised for.
     *
     * @param endedAt null while it is open
     */
    public record Undated(
            RequestFact request,
            String task,
            Instant openedAt,
            @Nullable Instant endedAt) {}

    /** Many decisions by one person in a short time. Whose they were, and on what, is not said. */
    public record Burst(Instant from, Instant to, int decisions) {}

    /**
     * A blocker that was raised shortly before a date and held beyond it.
     *
     * @param task null where the whole request stood still
     * @param liftedAt null while it holds
     */
    public record Pause(
            RequestFact request,
            @Nullable String task,
            Instant due,
            Instant raisedAt,
            @Nullable Instant liftedAt) {}

    /** How long a request stood still, of the time for which it was open within the period. */
    public record Blocked(RequestFact request, Duration open, Duration blocked) {}

    /** All rows behind the signs. */
    public record Behind(
            RowsBehind<Moved> lastMoment,
            RowsBehind<Undated> undated,
            RowsBehind<Burst> bursts,
            RowsBehind<Pause> pauses,
            RowsBehind<Blocked> timeBlocked) {}
}
