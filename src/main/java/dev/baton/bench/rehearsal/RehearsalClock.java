package dev.baton.bench.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time in a rehearsal house: stands still until it is moved. */
final class RehearsalClock extends Clock {

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

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** @throws UnsupportedOperationException always: whoever wants a zone says so where a day is meant */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The clock is in UTC; asked for " + zone);
    }
}
