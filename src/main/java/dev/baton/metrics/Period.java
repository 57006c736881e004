package dev.baton.metrics;

import java.time.Instant;

/**
 * A stretch of time, from its first moment up to, not including, its end.
 *
 * @throws IllegalArgumentException if it ends before it begins, or at once
 */
public record Period(Instant from, Instant to) {

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("The period " + from + " to " + to + " is empty");
        }
    }

    /** Whether a moment in whole milliseconds lies in it. */
    boolean has(long millis) {
        return millis >= firstMillis(from) && millis < firstMillis(to);
    }

    /** The first whole millisecond that is not before the moment. */
    private static long firstMillis(Instant moment) {
        long millis = moment.toEpochMilli();
        return moment.getNano() % 1_000_000 == 0 ? millis : millis + 1;
    }

    /** Whether the moment lies in it. */
    public boolean has(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
