package dev.baton.bench.rehearsal;

import dev.baton.shared.UtcClock;
import java.time.Instant;

/** The time in a rehearsal house: stands still until it is moved. */
final class RehearsalClock extends UtcClock {

    private volatile Instant now = Instant.EPOCH;

    void set(Instant moment) {
        now = moment;
    }

    /** It is this moment, unless it is later already. */
    void forwardTo(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment;
        }
    }

    @Override
    public Instant instant() {
        return now;
    }
}
