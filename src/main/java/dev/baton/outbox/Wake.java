package dev.baton.outbox;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells this node's postman that something was queued, so that a mail leaves within moments of its commit. It is only
 * haste: what it misses, because the node stopped or another one queued it, the sweep of {@link OutboxJobs} finds.
 */
@Component
class Wake implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Wake.class);

    private final Postman postman;
    private final boolean sending;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile @Nullable ExecutorService thread;
    private volatile boolean running;

    Wake(Postman postman, OutboxProperties outbox) {
        this.postman = postman;
        this.sending = outbox.sending();
    }

    private static ExecutorService freshThread() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, "outbox");
            made.setDaemon(true);
            return made;
        });
    }

    /** Wakes the postman once the transaction at hand is committed. */
    void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                now();
            }
        });
    }

    private void now() {
        ExecutorService here = thread;
        if (sending && running && here != null && asked.compareAndSet(false, true)) {
            here.execute(this::deliver);
        }
    }

    private void deliver() {
        asked.set(false);
        try {
            postman.deliverDue();
        } catch (RuntimeException failure) {
            log.warn("Mails stay queued until the next sweep", failure);
        }
    }

    /** Looks at once for what an earlier run left; may be started again after a stop. */
    @Override
    public void start() {
        thread = freshThread();
        postman.goOn();
        asked.set(false);
        running = true;
        now();
    }

    /** Lets the mail that is on its way finish. */
    @Override
    public void stop() {
        running = false;
        postman.stop();
        ExecutorService here = thread;
        if (here != null) {
            finish(here);
        }
    }

    private static void finish(ExecutorService here) {
        here.shutdown();
        try {
            if (!here.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("A mail was still being sent; it is sent again when its claim has run out");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
