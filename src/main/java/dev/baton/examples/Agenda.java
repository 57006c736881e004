package dev.baton.examples;

import dev.baton.engine.EngineClock;
import dev.baton.shared.MovableClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What happens when, in order; the clock and the engine's clock stand at each entry while it happens. */
class Agenda {

    private record Entry(Instant at, int number, Runnable deed) {}

    private final MovableClock clock;
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private int entered;

    Agenda(MovableClock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Something happens then, or now if that is past. */
    void enter(Instant at, Runnable deed) {
        entries.add(new Entry(at, entered++, deed));
    }

    /** Lets everything happen that is before the end, and what follows from it; the rest never does. */
    void run(Instant end) {
        try {
            Instant now = Instant.MIN;
            for (Entry next = entries.poll(); next != null && next.at().isBefore(end); next = entries.poll()) {
                now = next.at().isAfter(now) ? next.at() : now;
                clock.set(now);
                EngineClock.set(now);
                next.deed().run();
            }
        } finally {
            clock.reset();
            EngineClock.reset();
        }
    }
}
