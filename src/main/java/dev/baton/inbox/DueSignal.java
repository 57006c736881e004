package dev.baton.inbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes this node's workers when mail was stored here. Missing one does no harm: the sweep finds what is due. */
@Component
class DueSignal {

    private long raised;

    synchronized void raise() {
        raised++;
        notifyAll();
    }

    synchronized long seen() {
        return raised;
    }

    /** Returns when the signal was raised after {@code seen}, or the time is up. */
    synchronized void await(long seen, Duration longest) throws InterruptedException {
        if (raised == seen) {
            TimeUnit.MILLISECONDS.timedWait(this, Math.max(1, longest.toMillis()));
        }
    }
}
