package dev.baton.bench.rehearsal;

import dev.baton.requests.RequestState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds the shortest, the usual and the longest way through a workflow that was tried, and goes each once more. */
record Journeys(Rehearsal rehearsal, Ways ways, Map<Map<String, String>, String> beginnings) {

    private record Route(Map<String, String> brief, Answers answers) {}

    /** Those that there are, in this order. */
    List<Journey> all() {
        List<Journey> all = new ArrayList<>();
        best(from -> toItsEnd(from, (state, end) -> ways.shortest(state, end)), Comparator.naturalOrder())
                .ifPresent(route -> all.add(go(Journey.Kind.SHORTEST, route)));
        beginnings.entrySet().stream()
                .findFirst()
                .flatMap(first -> ways.usual(first.getValue()).map(path -> new Route(first.getKey(), path)))
                .ifPresent(route -> all.add(go(Journey.Kind.USUAL, route)));
        best(from -> toItsEnd(from, (state, end) -> ways.longest(state, end)), Comparator.reverseOrder())
                .ifPresent(route -> all.add(go(Journey.Kind.LONGEST, route)));
        return all;
    }

    private interface Search {
        Optional<Answers> path(String from, Predicate<String> end);
    }

    /** To where the work is delivered; where it never is, to any end. */
    private static Optional<Answers> toItsEnd(String from, Search search) {
        return search.path(from, Ways.DELIVERED::equals).or(() -> search.path(from, Ways::isEnd));
    }

    private Optional<Route> best(Function<String, Optional<Answers>> search, Comparator<Integer> by) {
        return beginnings.entrySet().stream()
                .flatMap(each -> search.apply(each.getValue()).map(path -> new Route(each.getKey(), path)).stream())
                .min(Comparator.comparing(route -> route.answers().size(), by));
    }

    private Journey go(Journey.Kind kind, Route route) {
        return rehearsal.aside(() -> {
            Map<String, Integer> mails = new HashMap<>();
            Scene scene = rehearsal.begin(route.brief());
            Instant begin = scene.at();
            count(scene, mails);
            for (Press press : route.answers().presses()) {
                scene = rehearsal.pressInTime(scene, press);
                count(scene, mails);
            }
            return new Journey(
                    kind,
                    route.brief(),
                    route.answers(),
                    ending(scene),
                    rehearsal.roughly(begin, scene.at()),
                    mostFirst(mails));
        });
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
