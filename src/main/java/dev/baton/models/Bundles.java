package dev.baton.models;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of some files need which others: a workflow needs what it calls and the decision tables that it uses. */
final class Bundles {

    private final Map<String, List<SourceFile>> brought = new LinkedHashMap<>();
    private final Map<SourceFile, Set<SourceFile>> needs = new LinkedHashMap<>();

    Bundles(Collection<SourceFile> files) {
        Map<SourceFile, Optional<Model>> models = new LinkedHashMap<>();
        files.forEach(file -> models.put(file, file.read()));
        models.forEach((file, read) -> read.ifPresent(model -> model.keys()
                .forEach(key -> brought.computeIfAbsent(kind(model) + key, none -> new ArrayList<>())
                        .add(file))));
        models.forEach((file, read) -> needs.put(
                file,
                read.stream()
                        .flatMap(Bundles::needed)
                        .flatMap(key -> brought.getOrDefault(key, List.of()).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
    }

    private static String kind(Model model) {
        return model.isDecision() ? "decision " : "process ";
    }

    private static Stream<String> needed(Model model) {
        return Stream.concat(
                model.all("callActivity")
                        .flatMap(call -> call.attribute("calledElement").stream())
                        .map(key -> "process " + key),
                model.all("businessRuleTask")
                        .flatMap(rule -> rule.camunda("decisionRef").stream())
                        .map(key -> "decision " + key));
    }

    /**
     * The files in groups: whatever needs something else, at first or second hand, is in one group with it, and so are
     * files that bring the same.
     */
    List<List<SourceFile>> all() {
        Map<SourceFile, Set<SourceFile>> beside = new LinkedHashMap<>();
        needs.forEach((file, others) -> others.forEach(other -> link(beside, file, other)));
        brought.values().forEach(same -> same.forEach(file -> link(beside, file, same.get(0))));
        List<List<SourceFile>> groups = new ArrayList<>();
        Set<SourceFile> placed = new LinkedHashSet<>();
        for (SourceFile file : needs.keySet()) {
            if (!placed.contains(file)) {
                Set<SourceFile> group = from(file, beside);
                placed.addAll(group);
                groups.add(List.copyOf(group));
            }
        }
        return groups;
    }

    private static void link(Map<SourceFile, Set<SourceFile>> beside, SourceFile one, SourceFile other) {
        beside.computeIfAbsent(one, none -> new LinkedHashSet<>()).add(other);
        beside.computeIfAbsent(other, none -> new LinkedHashSet<>()).add(one);
    }

    /** Whether the file needs one of the others, at first or second hand. */
    boolean needsOneOf(SourceFile file, Collection<SourceFile> others) {
        return from(file, needs).stream().anyMatch(needed -> needed != file && others.contains(needed));
    }

    private static Set<SourceFile> from(SourceFile start, Map<SourceFile, Set<SourceFile>> next) {
        Set<SourceFile> reached = new LinkedHashSet<>();
        Deque<SourceFile> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            SourceFile file = open.pop();
            if (reached.add(file)) {
                open.addAll(next.getOrDefault(file, Set.of()));
            }
        }
        return reached;
    }
}
