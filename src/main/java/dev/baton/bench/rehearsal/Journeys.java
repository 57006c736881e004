package dev.baton.bench.rehearsal;

import dev.baton.requests.RequestState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds the shortest, the usual and the longest way through a workflow that was tried, and goes each once more. */
final class Journeys {

    private final Rehearsal rehearsal;
    private final Ways ways;
    private final Map<Map<String, String>, String> beginnings;
    private final Limit limit;
    private final Map<Route, Journey> gone = new HashMap<>();
    private final List<Journey> counted = new ArrayList<>();
    private final Set<Journey.Kind> uncounted = EnumSet.noneOf(Journey.Kind.class);

    Journeys(Rehearsal rehearsal, Ways ways, Map<Map<String, String>, String> beginnings, Limit limit) {
        this.rehearsal = rehearsal;
        this.ways = ways;
        this.beginnings = beginnings;
        this.limit = limit;
    }

    private record Route(Map<String, String> brief, Answers answers) {}

    /**
     * Goes the ways.
     *
     * @param complete whether everything was tried; else a way that was not found may be there all the same
     */
    Journeys go(boolean complete) {
        go(
                Journey.Kind.SHORTEST,
                best(from -> toItsEnd(from, (state, end) -> ways.shortest(state, end)), Comparator.naturalOrder()),
                complete);
        go(
                Journey.Kind.USUAL,
                beginnings.entrySet().stream()
                        .findFirst()
                        .flatMap(first -> ways.usual(first.getValue()).map(path -> new Route(first.getKey(), path))),
                complete);
        go(
                Journey.Kind.LONGEST,
                best(
                        from -> toItsEnd(
                                from,
                                (state, end) ->
                                        ways.longest(state, end, different().size())),
                        Comparator.reverseOrder()),
                complete);
        return this;
    }

    /** Those that there are, the shortest first. */
    List<Journey> counted() {
        return List.copyOf(counted);
    }

    /** Those of which it is not known how many mails there are. */
    List<Journey.Kind> uncounted() {
        return List.copyOf(uncounted);
    }

    private void go(Journey.Kind kind, Optional<Route> route, boolean complete) {
        Optional<Journey> journey = route.flatMap(this::gone).map(same -> same.as(kind));
        journey.ifPresent(counted::add);
        if (journey.isEmpty() && (route.isPresent() || !complete)) {
            uncounted.add(kind);
        }
    }

    /** Nothing if there is no time left to go it. */
    private Optional<Journey> gone(Route route) {
        if (!gone.containsKey(route)) {
            rehearsal.aside(() -> walked(route)).ifPresent(journey -> gone.put(route, journey));
        }
        return Optional.ofNullable(gone.get(route));
    }

    private interface Search {
        Optional<Answers> path(String from, Predicate<String> end);
    }

    /** To where the work is delivered; where it never is, to any end. */
    private static Optional<Answers> toItsEnd(String from, Search search) {
        return search.path(from, Ways.DELIVERED::equals).or(() -> search.path(from, Ways::isEnd));
    }

    private Optional<Route> best(Function<String, Optional<Answers>> search, Comparator<Integer> by) {
        return different().entrySet().stream()
                .flatMap(each -> search.apply(each.getKey()).map(path -> new Route(each.getValue(), path)).stream())
                .min(Comparator.comparing(route -> route.answers().size(), by));
    }

    /** The beginnings that are told from others, each with the first brief that leads there. */
    private Map<String, Map<String, String>> different() {
        Map<String, Map<String, String>> different = new LinkedHashMap<>();
        beginnings.forEach((brief, state) -> different.putIfAbsent(state, brief));
        return different;
    }

    private Optional<Journey> walked(Route route) {
        Map<String, Integer> mails = new HashMap<>();
        Scene scene = rehearsal.begin(route.brief());
        Instant begin = scene.at();
        count(scene, mails);
        for (Press press : route.answers().presses()) {
            if (limit.endsAll()) {
                return Optional.empty();
            }
            scene = rehearsal.pressInTime(scene, press);
            count(scene, mails);
        }
        return Optional.of(new Journey(
                Journey.Kind.SHORTEST,
                route.brief(),
                route.answers(),
                ending(scene),
                rehearsal.roughly(begin, scene.at()),
                mostFirst(mails)));
    }

    private static void count(Scene scene, Map<String, Integer> mails) {
        scene.mails().forEach(mail -> mails.merge(mail.name(), 1, Integer::sum));
    }

    private String ending(Scene scene) {
        String reason = scene.closedBecause();
        return scene.state() == RequestState.DELIVERED
                ? rehearsal.say("bench.preview.delivered")
                : rehearsal.say("bench.preview.closed", reason == null ? "" : reason);
    }

    private static Map<String, Integer> mostFirst(Map<String, Integer> mails) {
        Map<String, Integer> sorted = new LinkedHashMap<>();
        mails.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }
}
