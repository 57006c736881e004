package dev.baton.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a mail that was not taken is tried again: after 2 minutes, then twice as long each time, never more than 4 hours.
 * RFC 5321 §4.5.4.1 asks for at least 30 minutes between tries of a relay; we speak to our own relay, which does that.
 *
 * @param tries after how many the mail is given up; 12 take about 20 hours
 */
record RetryPolicy(int tries) {

    private static final Duration FIRST = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofHours(4);

    /** The time of the next try after this many failed ones, or nothing if that was the last. */
    Optional<Instant> next(int failed, Instant now) {
        if (failed >= tries) {
            return Optional.empty();
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failed - 1, 20));
        return Optional.of(now.plus(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST));
    }
}
