package dev.baton.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The engine reads its own clock; whoever moves ours (tests, made-up history) moves that one with it. */
public final class EngineClock {

    /** Two clocks that both tell the machine's time are never further apart. */
    private static final Duration SAME = Duration.ofMinutes(1);

    private EngineClock() {}

    /** From now on it is this instant for the engine, until it is told another. */
    public static void set(Instant now) {
        ClockUtil.setCurrentTime(Date.from(now));
    }

    /** The engine reads the machine's time again. */
    public static void reset() {
        ClockUtil.reset();
    }

    /**
     * What a clock of ours called the moment that the engine took for this one just now: the same, but where our clock
     * stands elsewhere and the engine's cannot be moved with it, as in a rehearsal (docs/decisions/0041).
     */
    static Instant on(Clock ours, Date justNow) {
        Duration apart = Duration.between(ClockUtil.getCurrentTime().toInstant(), ours.instant());
        return apart.abs().compareTo(SAME) < 0 ? justNow.toInstant() : ours.instant();
    }
}
