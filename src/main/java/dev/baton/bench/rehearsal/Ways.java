package dev.baton.bench.rehearsal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How one state of a workflow leads to others, as far as it was tried; states are told apart by text. */
final class Ways {

    static final String DELIVERED = "delivered";
    static final String CLOSED = "closed";
    private static final int MOST_LOOKED_AT = 200_000;

    /** One press and where it leads. */
    record Way(Press press, String to) {}

    private final Map<String, List<Way>> ways = new LinkedHashMap<>();

    /** Whether this state was met before; from now on it was. */
    boolean isNew(String state) {
        return ways.putIfAbsent(state, new ArrayList<>()) == null;
    }

    void add(String from, Press press, String to) {
        ways.computeIfAbsent(from, unmet -> new ArrayList<>()).add(new Way(press, to));
    }

    /** Where everybody answers: a timer goes off only where nothing else can happen. */
    private List<Way> inTime(String state) {
        List<Way> all = ways.getOrDefault(state, List.of());
        List<Way> answers = all.stream()
                .filter(way -> !(way.press() instanceof Press.UntilTimer))
                .toList();
        return answers.isEmpty() ? all : answers;
    }

    /** As few presses as lead from here to such an end. */
    Optional<Answers> shortest(String from, Predicate<String> end) {
        Deque<String> waiting = new ArrayDeque<>(List.of(from));
        Map<String, Answers> reached = new HashMap<>(Map.of(from, Answers.NONE));
        while (!waiting.isEmpty()) {
            String state = waiting.removeFirst();
            Answers path = reached.getOrDefault(state, Answers.NONE);
            if (end.test(state)) {
                return Optional.of(path);
            }
            for (Way way : inTime(state)) {
                if (reached.putIfAbsent(way.to(), path.with(way.press())) == null) {
                    waiting.addLast(way.to());
                }
            }
        }
        return Optional.empty();
    }

    /** Always the first way, which is the usual one; where that was gone before, the next that was not. */
    Optional<Answers> usual(String from) {
        Set<Way> gone = new HashSet<>();
        String state = from;
        Answers path = Answers.NONE;
        while (!isEnd(state)) {
            Optional<Way> next = inTime(state).stream().filter(gone::add).findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            path = path.with(next.get().press());
            state = next.get().to();
        }
        return Optional.of(path);
    }

    /**
     * As many presses as lead from here to such an end without going the same way twice.
     *
     * @param beginnings how many are looked for in all; each gets its share of the time
     */
    Optional<Answers> longest(String from, Predicate<String> end, int beginnings) {
        Longest search = new Longest(end, MOST_LOOKED_AT / Math.max(1, beginnings));
        search.goOn(from);
        return Optional.ofNullable(search.best).map(Answers::new);
    }

    static boolean isEnd(String state) {
        return state.equals(DELIVERED) || state.equals(CLOSED);
    }

    private final class Longest {

        private final Predicate<String> end;
        private final Set<Way> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        private final int most;
        private final List<Press> path = new ArrayList<>();
        private @Nullable List<Press> best;
        private int looked;

        Longest(Predicate<String> end, int most) {
            this.end = end;
            this.most = most;
        }

        void goOn(String state) {
            if (end.test(state) && (best == null || path.size() > best.size())) {
                best = List.copyOf(path);
            }
            for (Way way : inTime(state)) {
                if (++looked < most && path.size() < Answers.MOST && gone.add(way)) {
                    path.add(way.press());
                    goOn(way.to());
                    path.remove(path.size() - 1);
                    gone.remove(way);
                }
            }
        }
    }
}
