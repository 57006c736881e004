package dev.baton.testkit;

import dev.baton.engine.EngineClock;
import dev.baton.shared.UtcClock;
import java.time.Duration;
import java.time.Instant;

/** The time of a test; the engine's clock moves with it. Starts on Monday 2 March 2026, 09:00 in Berlin. */
public final class SettableClock extends UtcClock {

    public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private volatile Instant now = START;

    public SettableClock() {
        set(START);
    }

    public void set(Instant instant) {
        now = instant;
        EngineClock.set(instant);
    }

    public void jump(Duration duration) {
        set(now.plus(duration));
    }

    @Override
    public Instant instant() {
        return now;
    }
}
