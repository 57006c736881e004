package dev.baton.inbox;

import java.time.Instant;

/** A message whose fetch failed so often, and that is left alone until then. */
record Suspect(int times, Instant until) {

    static final Suspect NONE = new Suspect(0, Instant.MIN);

    private static final int RESTS_AFTER = 3;
    private static final int LONGEST_MINUTES = 60;

    Suspect once(Instant now) {
        int more = times + 1;
        long minutes = Math.min(LONGEST_MINUTES, 1L << Math.min(more - RESTS_AFTER, 10));
        return new Suspect(more, more < RESTS_AFTER ? Instant.MIN : now.plusSeconds(60 * minutes));
    }

    boolean restsAt(Instant now) {
        return now.isBefore(until);
    }
}
