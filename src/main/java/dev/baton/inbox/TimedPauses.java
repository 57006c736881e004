package dev.baton.inbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits by the wall clock: twice as long after each failure, a minute at most. It is ended rather than interrupted, since
 * an interrupt in the wrong moment closes an H2 file for the whole process.
 */
final class TimedPauses implements Pauses {

    private static final Logger log = LoggerFactory.getLogger(TimedPauses.class);
    private static final int LONGEST_SECONDS = 60;

    private final Duration pollInterval;
    private final CountDownLatch ended = new CountDownLatch(1);

    TimedPauses(Duration pollInterval) {
        this.pollInterval = pollInterval;
    }

    @Override
    public void untilNextPoll() throws InterruptedException {
        pause(pollInterval);
    }

    @Override
    public void afterFailure(int failures) throws InterruptedException {
        pause(Duration.ofSeconds(seconds(failures)));
    }

    @Override
    public void end() {
        ended.countDown();
    }

    private void pause(Duration length) throws InterruptedException {
        if (ended.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
            log.debug("Waiting for the mailbox ends");
        }
    }

    static long seconds(int failures) {
        return failures > 6 ? LONGEST_SECONDS : Math.min(LONGEST_SECONDS, 1L << (failures - 1));
    }
}
