package dev.baton.inbox;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Lets this node hold one large mail at a time, so that the memory it needs does not depend on what arrives together. */
@Component
class LargeMails {

    /** Bytes from which a mail is large. */
    static final long LARGE = 4L * 1024 * 1024;

    private final Semaphore one = new Semaphore(1);

    /** Work that holds a mail in memory. */
    interface Work<T, X extends Exception> {
        T done() throws X;
    }

    /** Does the work, at once for a mail that is not large. */
    <T, X extends Exception> T holding(long size, Work<T, X> work) throws X {
        if (size < LARGE) {
            return work.done();
        }
        one.acquireUninterruptibly();
        try {
            return work.done();
        } finally {
            one.release();
        }
    }
}
