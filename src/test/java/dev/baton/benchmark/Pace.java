package dev.baton.benchmark;

import java.time.Duration;

/** Waiting: a benchmark waits in real time, as no test does. */
final class Pace {

    private Pace() {}

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
