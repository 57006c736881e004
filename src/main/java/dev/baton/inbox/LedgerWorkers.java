package dev.baton.inbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            long seen = signal.seen();
            try {
                if (!workedOne()) {
                    signal.await(seen, properties.sweepInterval());
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failure) {
                log.warn("The ledger cannot be worked through just now; trying again", failure);
                rest();
            }
        }
    }

    private boolean workedOne() {
        Optional<DueMail> next = take();
        next.ifPresent(mail -> {
            try {
                processing.process(mail);
            } finally {
                putBack(mail);
            }
        });
        return next.isPresent();
    }

    private synchronized Optional<DueMail> take() {
        if (waiting.isEmpty()) {
            List<DueMail> page = processing.due(passedId);
            passedId = page.isEmpty() ? 0 : page.get(page.size() - 1).id();
            page.stream().filter(mail -> !inHand.contains(mail.id())).forEach(waiting::add);
        }
        DueMail next = waiting.poll();
        if (next != null) {
            inHand.add(next.id());
        }
        return Optional.ofNullable(next);
    }

    private synchronized void putBack(DueMail mail) {
        inHand.remove(mail.id());
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
