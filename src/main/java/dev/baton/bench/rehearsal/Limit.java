package dev.baton.bench.rehearsal;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long a preview may be made. The last part of it is kept for going the three ways once more. */
final class Limit {

    /** Hundredths of the time after which nothing new is tried. */
    private static final int TRYING = 70;

    private final LongSupplier nanos;
    private final long begin;
    private final long most;

    /** @param nanos what a clock shows that only ever goes on, in nanoseconds */
    Limit(Duration longest, LongSupplier nanos) {
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
        this.most = longest.toNanos();
    }

    static Limit of(Duration longest) {
        return new Limit(longest, System::nanoTime);
    }

    /** Whether nothing new is to be tried any more. */
    boolean endsTrying() {
        return isOver(most * TRYING / 100);
    }

    /** Whether nothing at all is to be played any more. */
    boolean endsAll() {
        return isOver(most);
    }

    private boolean isOver(long after) {
        return nanos.getAsLong() - begin > after || Thread.currentThread().isInterrupted();
    }
}
