package dev.baton.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares two versions of a process. */
final class ProcessChanges {

    private final Sketch before;
    private final Sketch after;
    private final Set<String> common;
    private final List<Change> changes = new ArrayList<>();

    private ProcessChanges(Sketch before, Sketch after) {
        this.before = before;
        this.after = after;
        this.common = before.nodes().keySet().stream()
                .filter(after.nodes()::containsKey)
                .collect(Collectors.toSet());
    }

    static List<Change> between(Sketch earlier, Sketch after) {
        Map<String, String> same = SameNodes.of(earlier, after);
        ProcessChanges process = new ProcessChanges(earlier.renamed(same), after);
        process.settings();
        process.added();
        process.removed();
        process.alike();
        return process.changes;
    }

    private void settings() {
        Phrase whole = Phrase.of("workflow");
        NodeChanges.names(before.settings(), after.settings()).forEach(name -> {
            String was = before.settings().getOrDefault(name, "");
            String is = after.settings().getOrDefault(name, "");
            if (!was.equals(is)) {
                changes.add(new Change.Altered(null, Trait.changed(name, whole, is, was)));
            }
        });
    }

    private void added() {
        after.nodes().values().stream()
                .filter(node -> !common.contains(node.id()))
                .filter(ProcessChanges::isWorthTelling)
                .forEach(node -> changes.add(new Change.Added(node.id(), added(node))));
    }

    /** A gateway without a name says nothing by itself; what it makes of the order is told there. */
    private static boolean isWorthTelling(SketchNode node) {
        return !node.isGateway() || !node.name().isEmpty();
    }

    private Phrase added(SketchNode node) {
        Set<String> told = told(after);
        Set<String> to = after.next(node.id(), told);
        Set<String> from = told.stream()
                .filter(id -> !id.equals(node.id()))
                .filter(id -> after.next(id, told).contains(node.id()))
                .collect(Collectors.toSet());
        Phrase what = Phrase.of("new", node.kind(), node.called());
        if (from.size() != 1 || to.isEmpty()) {
            return Phrase.of("added", what);
        }
        return to.size() == 1
                ? Phrase.of("added.between", what, called(from), called(to))
                : Phrase.of("added.after", what, called(from), WayChanges.names(to, after));
    }

    /** What both versions have, and what is told of by itself. */
    private Set<String> told(Sketch sketch) {
        return sketch.nodes().values().stream()
                .filter(node -> common.contains(node.id()) || isWorthTelling(node))
                .map(SketchNode::id)
                .collect(Collectors.toSet());
    }

    private Phrase called(Set<String> ids) {
        return after.node(ids.iterator().next()).map(SketchNode::called).orElseThrow();
    }

    private void removed() {
        before.nodes().values().stream()
                .filter(node -> !common.contains(node.id()))
                .filter(ProcessChanges::isWorthTelling)
                .forEach(node ->
                        changes.add(new Change.Removed(node.id(), Phrase.of("removed", node.kind(), node.called()))));
    }

    private void alike() {
        List<Change> ordered = new ArrayList<>();
        Set<String> moved = new OrderChanges(before, after).tell(ordered::add);
        WayChanges ways = new WayChanges(before, after, common, told(before), told(after));
        after.nodes().values().stream()
                .filter(node -> common.contains(node.id()))
                .forEach(node -> {
                    ordered.stream()
                            .filter(change -> node.id().equals(change.element()))
                            .forEach(changes::add);
                    before.node(node.id()).ifPresent(was -> NodeChanges.tell(was, node, changes::add));
                    ways.tell(node, moved, changes::add);
                });
    }
}
