package dev.baton.metrics.web;

import dev.baton.metrics.OpenRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How many requests of one kind are open, and how they stand.
 *
 * @param key what a link to them says; empty for those that belong nowhere
 */
record OpenCount(String key, String name, long open, long late, long blocked, long dueSoon) {

    static List<OpenCount> by(
            Function<OpenRequest, String> key, Function<String, String> name, List<OpenRequest> open) {
        Map<String, List<OpenRequest>> groups =
                open.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> of(group.getKey(), name.apply(group.getKey()), group.getValue()))
                .sorted(Comparator.comparing(OpenCount::nowhere).thenComparing(OpenCount::name))
                .toList();
    }

    private static OpenCount of(String key, String name, List<OpenRequest> open) {
        return new OpenCount(
                key,
                name,
                open.size(),
                open.stream().filter(OpenRequest::late).count(),
                open.stream().filter(OpenRequest::blocked).count(),
                open.stream().filter(OpenRequest::dueSoon).count());
    }

    /** @param what by what they are counted: workflow or campaign */
    static CsvTable csv(String what, List<OpenCount> counts) {
        return CsvTable.of(
                "open-by-" + what,
                List.of(
                        "metrics.open." + what,
                        "metrics.open.open",
                        "metrics.open.late",
                        "metrics.open.blocked",
                        "metrics.open.due-soon"),
                counts,
                each -> CsvTable.row(each.name(), each.open(), each.late(), each.blocked(), each.dueSoon()));
    }

    public boolean nowhere() {
        return key.isEmpty();
    }
}
