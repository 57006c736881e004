package dev.baton.examples;

import dev.baton.shared.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Has the example history made when the embedded start finds no request. Before the pages, the inbox, the outbox and the
 * scheduler begin, none of which is to see another time than now.
 */
@Component
@Profile("embedded")
@ConditionalOnProperty(name = "baton.embedded.examples", havingValue = "true", matchIfMissing = true)
class FirstStart implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FirstStart.class);
    private static final int BEFORE_EVERYTHING_ELSE = 0;

    private final ExampleHistory history;
    private final MovableClock clock;
    private final int before;
    private boolean running;

    FirstStart(ExampleHistory history, MovableClock clock, @Value("${baton.embedded.examples-before:0}") int before) {
        this.history = history;
        this.clock = clock;
        this.before = before;
    }

    @Override
    public void start() {
        running = true;
        if (history.isFree()) {
            make();
        }
    }

    /** Without examples Baton works as well; what stood in their way is in the log. */
    private void make() {
        Instant begun = clock.instant();
        log.info("Making up six weeks of history to look at; baton.embedded.examples=false leaves it out");
        try {
            int requests = history.make(before);
            log.info(
                    "Made up {} requests in {} s; every page marks them as examples",
                    requests,
                    Duration.between(begun, clock.instant()).toSeconds());
        } catch (RuntimeException failure) {
            log.warn("There is no example history; nothing of it is kept", failure);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_EVERYTHING_ELSE;
    }
}
