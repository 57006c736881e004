package dev.baton.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What this node knows of its connection to the mailbox. */
@Component
class FetchStatus {

    private final Clock clock;
    private volatile @Nullable Instant lastLook;
    private volatile @Nullable String problem;
    private volatile int troubled;

    FetchStatus(Clock clock) {
        this.clock = clock;
    }

    void looked(int troubledMessages) {
        lastLook = clock.instant();
        troubled = troubledMessages;
        problem = null;
    }

    void lost(Throwable cause) {
        problem = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    boolean lookedWithin(Duration age) {
        Instant last = lastLook;
        return problem == null && last != null && !last.isBefore(clock.instant().minus(age));
    }

    Optional<Instant> lastLook() {
        return Optional.ofNullable(lastLook);
    }

    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Messages that could not be fetched the last time. */
    int troubled() {
        return troubled;
    }
}
