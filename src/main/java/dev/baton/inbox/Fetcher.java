package dev.baton.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread of this node that fetches mail. Every node fetches; the ledger's unique keys see to it that nothing doubles. */
@Component
class Fetcher implements SmartLifecycle {

    private final InboxProperties properties;
    private final Fetch fetch;
    private final FetchStatus status;
    private @Nullable FetchLoop loop;
    private @Nullable Thread thread;

    Fetcher(InboxProperties properties, Fetch fetch, FetchStatus status) {
        this.properties = properties;
        this.fetch = fetch;
        this.status = status;
    }

    @Override
    public synchronized void start() {
        if (properties.fetches() && thread == null) {
            loop = new FetchLoop(
                    new MailServer(properties),
                    fetch,
                    status,
                    new TimedPauses(properties.pollInterval()),
                    properties.idle());
            thread = new Thread(loop, "inbox-fetcher");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        if (loop != null && thread != null) {
            loop.stop();
            join(thread);
        }
        loop = null;
        thread = null;
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
        return thread != null;
    }
}
