package dev.baton.inbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The threads of this node that work through received mail. They start at once when mail is stored here, and look from
 * time to time for what another node or an earlier run left.
 */
@Component
class LedgerWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LedgerWorkers.class);

    private static final int HANDFUL = 20;

    private final LedgerProcessing processing;
    private final DueSignal signal;
    private final InboxProperties properties;
    private final Deque<DueMail> waiting = new ArrayDeque<>();
    private final Set<Long> inHand = new HashSet<>();
    private final List<Thread> threads = new ArrayList<>();
    private long passedId;
    private volatile boolean running;

    LedgerWorkers(LedgerProcessing processing, DueSignal signal, InboxProperties properties) {
        this.processing = processing;
        this.signal = signal;
        this.properties = properties;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int i = 1; i <= properties.workers(); i++) {
            Thread thread = new Thread(this::work, "inbox-worker-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** Lets each worker finish the mail it has in hand. */
    @Override
    public void stop() {
        running = false;
        signal.raise();
        for (Thread thread : threads) {
            try {
                thread.join(properties.sweepInterval().toMillis());
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    /** Whether as many threads are at work as there should be. */
    synchronized boolean complete() {
        return threads.stream().allMatch(Thread::isAlive);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            long seen = signal.seen();
            try {
                if (!workedSome()) {
                    signal.await(seen, properties.sweepInterval());
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error failure) {
                log.warn("The ledger cannot be worked through just now; trying again", failure);
                rest();
            }
        }
    }

    private boolean workedSome() {
        List<DueMail> some = take();
        try {
            processing.process(some);
        } finally {
            putBack(some);
        }
        return !some.isEmpty();
    }

    /** A mail that waits alone is done alone; of many that wait, every worker takes a handful, the oldest first. */
    private synchronized List<DueMail> take() {
        if (waiting.isEmpty()) {
            List<DueMail> page = processing.due(passedId);
            passedId = page.isEmpty() ? 0 : page.get(page.size() - 1).id();
            page.stream().filter(mail -> !inHand.contains(mail.id())).forEach(waiting::add);
        }
        int share = Math.min(HANDFUL, (waiting.size() + properties.workers() - 1) / properties.workers());
        List<DueMail> some = new ArrayList<>();
        while (some.size() < share) {
            some.add(waiting.remove());
        }
        some.forEach(mail -> inHand.add(mail.id()));
        return some;
    }

    private synchronized void putBack(List<DueMail> some) {
        some.forEach(mail -> inHand.remove(mail.id()));
    }

    private void rest() {
        try {
            signal.await(signal.seen(), properties.sweepInterval());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
