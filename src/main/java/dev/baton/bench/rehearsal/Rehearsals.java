package dev.baton.bench.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The one rehearsal house of this node: built when it is first wanted, pulled down when nobody has wanted it for a while.
 * One rehearsal at a time goes on in it. What it shows depends on the piece and the presses alone, so that it does not
 * matter which node shows it.
 */
@Component
public class Rehearsals implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Rehearsals.class);
    private static final Duration IDLE = Duration.ofMinutes(15);

    /** Bytes of stack: a preview goes as deep as a walk is long, through all parts of a request at each press. */
    private static final long DEEP = 64L * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Environment environment;
    private final Clock clock;
    private final ReentrantLock stage = new ReentrantLock(true);
    private final ExecutorService behindTheScenes = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(null, work, "rehearsal", DEEP);
        made.setDaemon(true);
        return made;
    });
    private volatile @Nullable RehearsalHouse house;
    private volatile @Nullable RuntimeException broken;
    private volatile boolean stopping;
    private final AtomicBoolean preparing = new AtomicBoolean();
    private Instant lastUsed = Instant.EPOCH;

    Rehearsals(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * Plays the piece if that can be done at once; nothing of it has happened afterwards.
     *
     * @return nothing if the house is still being built or somebody else rehearses: ask again in some seconds
     * @throws NotPlayableException if the engine does not take the piece's models
     */
    public <T> Optional<T> play(Piece piece, Function<Rehearsal, T> play) {
        RehearsalHouse standing = house;
        if (standing == null || !standing.suits(piece)) {
            failIfBroken();
            if (preparing.compareAndSet(false, true)) {
                behindTheScenes.execute(() -> prepare(piece));
            }
            return Optional.empty();
        }
        return tryLock() ? Optional.of(locked(piece, play)) : Optional.empty();
    }

    /** Does this after whatever is being prepared, on a thread of its own. */
    public void behindTheScenes(Runnable work) {
        behindTheScenes.execute(work);
    }

    /**
     * Plays the piece, however long that takes; for what is done {@link #behindTheScenes}.
     *
     * @throws NotPlayableException if the engine does not take the piece's models
     * @throws IllegalStateException if this node is about to stop
     */
    public <T> T playNow(Piece piece, Function<Rehearsal, T> play) {
        stage.lock();
        return locked(piece, play);
    }

    private <T> T locked(Piece piece, Function<Rehearsal, T> play) {
        try {
            lastUsed = clock.instant();
            return suitable(piece).rehearse(piece, clock.instant(), play);
        } finally {
            lastUsed = clock.instant();
            stage.unlock();
        }
    }

    private boolean tryLock() {
        try {
            return stage.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void prepare(Piece piece) {
        stage.lock();
        try {
            suitable(piece);
        } catch (RuntimeException failed) {
            log.warn("The rehearsal house cannot be built", failed);
            broken = failed;
        } finally {
            preparing.set(false);
            stage.unlock();
        }
    }

    private void failIfBroken() {
        RuntimeException failed = broken;
        if (failed != null) {
            broken = null;
            throw new IllegalStateException("The rehearsal house cannot be built", failed);
        }
    }

    private RehearsalHouse suitable(Piece piece) {
        RehearsalHouse standing = house;
        if (standing != null && standing.suits(piece)) {
            return standing;
        }
        if (stopping) {
            throw new IllegalStateException("No rehearsal of " + piece.workflow() + ": Baton is about to stop");
        }
        pullDown();
        RehearsalHouse built = RehearsalHouse.open(environment);
        lastUsed = clock.instant();
        house = built;
        return built;
    }

    /** Gives the memory back that nobody uses. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void closeIfIdle() {
        if (house != null && stage.tryLock()) {
            try {
                if (lastUsed.plus(IDLE).isBefore(clock.instant())) {
                    pullDown();
                }
            } finally {
                stage.unlock();
            }
        }
    }

    private void pullDown() {
        RehearsalHouse standing = house;
        house = null;
        if (standing != null) {
            standing.close();
        }
    }

    /** The house, if one stands; for tests that look for a way out of it. */
    Optional<RehearsalHouse> house() {
        return Optional.ofNullable(house);
    }

    @Override
    public void destroy() {
        stopping = true;
        behindTheScenes.shutdownNow();
        stage.lock();
        try {
            pullDown();
        } finally {
            stage.unlock();
        }
    }
}
