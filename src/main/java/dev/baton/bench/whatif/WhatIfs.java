package dev.baton.bench.whatif;

import dev.baton.bench.rehearsal.Piece;
import dev.baton.bench.rehearsal.Rehearsals;
import dev.baton.models.Difference;
import dev.baton.people.People;
import dev.baton.shared.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tries versions on past requests, one trial at a time, behind the scenes. What was found out is kept for as long as it
 * takes to look at it; another node finds it out itself.
 */
@Component
public class WhatIfs {

    private static final Logger log = LoggerFactory.getLogger(WhatIfs.class);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int MOST = 4;

    /** Further trials begin when one of these is over; whoever waits asks again anyway. */
    private static final int MOST_GOING = 4;

    private static final int AT_ONCE = 25;

    private final PastRequests past;
    private final RunningRequests running;
    private final Rehearsals rehearsals;
    private final People people;
    private final Clock clock;
    private final Map<String, Tried> tried = new LinkedHashMap<>();
    private final Map<String, AtomicInteger> going = new HashMap<>();

    WhatIfs(PastRequests past, RunningRequests running, Rehearsals rehearsals, People people, Clock clock) {
        this.past = past;
        this.running = running;
        this.rehearsals = rehearsals;
        this.people = people;
        this.clock = clock;
    }

    private record Tried(
            Instant at, @Nullable WhatIf found, @Nullable RuntimeException failed) {}

    /**
     * How far a trial has come.
     *
     * @param found null while it goes on
     * @param played how many ways of requests were looked at so far; each request has two
     */
    public record State(@Nullable WhatIf found, int played) {}

    /**
     * What was found out; begins to find it out if nobody has lately.
     *
     * @throws dev.baton.bench.rehearsal.NotPlayableException if the engine does not take the models
     */
    public synchronized State of(Trial trial) {
        Tried known = tried.get(trial.digest());
        if (known != null && known.at().plus(FRESH).isAfter(clock.instant())) {
            RuntimeException failed = known.failed();
            if (failed != null) {
                tried.remove(trial.digest());
                throw failed;
            }
            return new State(known.found(), 0);
        }
        AtomicInteger played = going.get(trial.digest());
        if (played == null && going.size() >= MOST_GOING) {
            return new State(null, 0);
        }
        if (played == null) {
            AtomicInteger begun = new AtomicInteger();
            going.put(trial.digest(), begun);
            rehearsals.behindTheScenes(() -> find(trial, begun));
            return new State(null, 0);
        }
        return new State(null, played.get());
    }

    private void find(Trial trial, AtomicInteger played) {
        try {
            keep(trial, new Tried(clock.instant(), whatIf(trial, played::incrementAndGet), null));
        } catch (RuntimeException failed) {
            log.warn("{} could not be tried on past requests", trial.then().workflow(), failed);
            keep(trial, new Tried(clock.instant(), null, failed));
        } catch (Error failed) {
            log.warn("{} could not be tried on past requests", trial.then().workflow(), failed);
            keep(trial, new Tried(clock.instant(), null, new IllegalStateException("A trial broke off", failed)));
        }
    }

    private synchronized void keep(Trial trial, Tried result) {
        going.remove(trial.digest());
        tried.remove(trial.digest());
        tried.put(trial.digest(), result);
        while (tried.size() > MOST) {
            tried.remove(tried.keySet().iterator().next());
        }
    }

    /** The same at once, on the thread of whoever asks; it is told of each request in each version. */
    WhatIf whatIf(Trial trial, Runnable step) {
        Piece now = trial.now();
        List<PastRequest> requests = now == null ? List.of() : past(trial, now);
        if (now == null || requests.isEmpty()) {
            return WhatIf.nothingYet(clock.instant(), running.of(trial));
        }
        Side before = play(now, requests, Map.of(), step);
        Side after = play(trial.then(), requests, renamed(now, trial.then()), step);
        return new Comparison(requests, people, before.standIn(), clock.instant())
                .of(before.side(), after.side(), running.of(trial));
    }

    private List<PastRequest> past(Trial trial, Piece now) {
        Set<String> filledIn = new HashSet<>(ModelText.of(now).readOfThoseSet());
        filledIn.addAll(ModelText.of(trial.then()).readOfThoseSet());
        return past.newest(now.workflow(), trial.requests(), filledIn);
    }

    private record Side(Comparison.Side side, EmailAddress standIn) {}

    /** Some at a time, each lot in a rehearsal of its own: what is played stays in memory until its rehearsal is undone. */
    private Side play(Piece piece, List<PastRequest> requests, Map<String, String> renamed, Runnable step) {
        Map<String, Course> played = new HashMap<>();
        List<Course> courses = new ArrayList<>();
        for (int from = 0; from < requests.size(); from += AT_ONCE) {
            List<PastRequest> some = requests.subList(from, Math.min(requests.size(), from + AT_ONCE));
            courses.addAll(
                    rehearsals.playNow(piece, rehearsal -> new Replay(rehearsal, renamed, step, played).of(some)));
        }
        log.debug("{} requests of {} are of {} kinds", requests.size(), piece.workflow(), played.size());
        return rehearsals.playNow(
                piece,
                rehearsal -> new Side(
                        new Comparison.Side(courses, new Fields(rehearsal.emptyBrief(), ModelText.of(piece))),
                        rehearsal.sampleAsker().address()));
    }

    /** Tasks that only have another id in the other version. */
    private static Map<String, String> renamed(Piece now, Piece then) {
        Map<String, String> renamed = new HashMap<>();
        now.files().forEach((name, bytes) -> {
            byte[] other = then.files().get(name);
            if (other != null && name.endsWith(".bpmn")) {
                renamed.putAll(Difference.renamed(bytes, other));
            }
        });
        return renamed;
    }
}
