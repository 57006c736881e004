package dev.baton.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The engine reads its own clock; whoever moves ours (tests, made-up history) moves that one with it. */
public final class EngineClock {

    private EngineClock() {}

    /** From now on it is this instant for the engine, until it is told another. */
    public static void set(Instant now) {
        ClockUtil.setCurrentTime(Date.from(now));
    }

    /** The engine reads the machine's time again. */
    public static void reset() {
        ClockUtil.reset();
    }
}
