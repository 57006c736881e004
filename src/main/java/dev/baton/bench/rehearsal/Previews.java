package dev.baton.bench.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes previews, which takes some seconds each. A finished one is kept for as long as it takes to look at it; another node
 * makes its own.
 */
@Component
public class Previews {

    private static final Logger log = LoggerFactory.getLogger(Previews.class);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int MOST = 4;

    private final Rehearsals rehearsals;
    private final Clock clock;
    private final Map<String, Made> made = new LinkedHashMap<>();
    private final Set<String> beingMade = new HashSet<>();

    Previews(Rehearsals rehearsals, Clock clock) {
        this.rehearsals = rehearsals;
        this.clock = clock;
    }

    private record Made(
            Instant at, @Nullable Preview preview, @Nullable RuntimeException failed) {}

    /**
     * The preview of this piece.
     *
     * @return nothing while it is being made: ask again in some seconds
     * @throws NotPlayableException if the engine does not take the piece's models
     */
    public synchronized Optional<Preview> of(Piece piece) {
        Made known = made.get(piece.digest());
        if (known != null && known.at().plus(FRESH).isAfter(clock.instant())) {
            RuntimeException failed = known.failed();
            if (failed != null) {
                made.remove(piece.digest());
                throw failed;
            }
            return Optional.ofNullable(known.preview());
        }
        if (beingMade.size() < MOST && beingMade.add(piece.digest())) {
            rehearsals.behindTheScenes(() -> make(piece));
        }
        return Optional.empty();
    }

    private void make(Piece piece) {
        try {
            Preview preview =
                    rehearsals.playNow(piece, rehearsal -> new Explorer(rehearsal, Limit.of(LONGEST)).preview());
            keep(piece, new Made(clock.instant(), preview, null));
        } catch (RuntimeException failed) {
            log.warn("There is no preview of {}", piece.workflow(), failed);
            keep(piece, new Made(clock.instant(), null, failed));
        } finally {
            noLongerMade(piece);
        }
    }

    /** Whatever happened, the next who asks is not told to wait for what nobody is at. */
    private synchronized void noLongerMade(Piece piece) {
        beingMade.remove(piece.digest());
    }

    private synchronized void keep(Piece piece, Made preview) {
        made.remove(piece.digest());
        made.put(piece.digest(), preview);
        while (made.size() > MOST) {
            made.remove(made.keySet().iterator().next());
        }
    }
}
