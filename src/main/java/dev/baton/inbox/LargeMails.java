package dev.baton.inbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Lets this node hold one large mail at a time, so that the memory it needs does not depend on what arrives together. */
@Component
class LargeMails {

    /** Bytes from which a mail is large. */
    static final long LARGE = 4L * 1024 * 1024;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Semaphore one = new Semaphore(1);

    /** Work that holds a mail in memory. */
    interface Work<T, X extends Exception> {
        T done() throws X;
    }

    /**
     * Does the work, at once for a mail that is not large. To be called outside a transaction: who waits here while others
     * wait for its locks could wait for ever.
     *
     * @throws IllegalStateException if other large mails took too long; to be tried again
     */
    <T, X extends Exception> T holding(long size, Work<T, X> work) throws X {
        if (size < LARGE) {
            return work.done();
        }
        if (!acquired()) {
            throw new IllegalStateException("Other large mails are being worked on; try again in a minute");
        }
        try {
            return work.done();
        } finally {
            one.release();
        }
    }

    private boolean acquired() {
        try {
            return one.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
