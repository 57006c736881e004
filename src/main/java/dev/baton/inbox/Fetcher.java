package dev.baton.inbox;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The threads of this node that fetch mail, one for each mailbox. Every node fetches; the ledger's unique keys see to it
 * that nothing doubles.
 */
@Component
class Fetcher implements SmartLifecycle {

    private final InboxProperties properties;
    private final WatchedMailboxes mailboxes;
    private final FirstLooks looks;
    private final List<FetchLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Fetcher(InboxProperties properties, WatchedMailboxes mailboxes, FirstLooks looks) {
        this.properties = properties;
        this.mailboxes = mailboxes;
        this.looks = looks;
    }

    @Override
    public synchronized void start() {
        if (!threads.isEmpty()) {
            return;
        }
        for (WatchedMailbox watched : mailboxes) {
            FetchLoop loop = new FetchLoop(
                    mailboxes.server(watched.mailbox()),
                    looks,
                    watched.fetch(),
                    watched.status(),
                    new TimedPauses(properties.pollInterval()),
                    properties.idle());
            Thread thread =
                    new Thread(loop, "inbox-fetcher-" + watched.mailbox().name());
            thread.setDaemon(true);
            loops.add(loop);
            threads.add(thread);
            thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        loops.forEach(FetchLoop::stop);
        threads.forEach(this::join);
        loops.clear();
        threads.clear();
    }

    private void join(Thread ending) {
        try {
            ending.join(properties.patience().toMillis());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }
}
