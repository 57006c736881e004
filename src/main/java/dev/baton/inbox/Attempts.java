package dev.baton.inbox;

import java.time.Duration;
import java.util.List;

/** How often a mail is tried, and how long it waits in between: long enough for a restart or a mended model. */
final class Attempts {

    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofMinutes(2), Duration.ofMinutes(15));

    /** All attempts, the first one included. */
    static final int MOST = WAITS.size() + 1;

    private Attempts() {}

    static boolean isLast(int attempt) {
        return attempt >= MOST;
    }

    /** How long to wait after the attempt of that number, counted from 1. */
    static Duration waitAfter(int attempt) {
        return WAITS.get(Math.min(attempt, WAITS.size()) - 1);
    }
}
