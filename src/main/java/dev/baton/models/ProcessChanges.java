package dev.baton.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares two versions of a process. */
final class ProcessChanges {

    private final Sketch before;
    private final Sketch after;
    private final Set<String> common;
    private final WayChanges ways;
    private final List<Change> changes = new ArrayList<>();

    private ProcessChanges(Sketch before, Sketch after) {
        this.before = before;
        this.after = after;
        this.common = before.nodes().keySet().stream()
                .filter(after.nodes()::containsKey)
                .collect(Collectors.toSet());
        this.ways = new WayChanges(before, after, common, told(before), told(after));
    }

    static List<Change> between(Sketch earlier, Sketch after) {
        Map<String, String> same = SameNodes.of(earlier, after);
        ProcessChanges process = new ProcessChanges(earlier.renamed(same), after);
        process.settings();
        process.added();
        process.removed();
        process.alike();
        process.forks();
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
                .forEach(node -> {
                    if (isWorthTelling(node)) {
                        changes.add(new Change.Added(node.id(), added(node)));
                    }
                    if (node.isGateway()) {
                        ways.asked(node).forEach(said -> changes.add(new Change.Added(node.id(), said)));
                    }
                });
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
        Phrase what = what(node);
        Phrase added = Phrase.of("added", what);
        if (from.size() == 1 && !to.isEmpty()) {
            added = to.size() == 1
                    ? Phrase.of("added.between", what, called(from), called(to))
                    : ways.asked(node).isEmpty()
                            ? Phrase.of("added.after", what, called(from), WayChanges.names(to, after))
                            : Phrase.of("added.behind", what, called(from));
        }
        return meant(node, added);
    }

    /** The same with whom it is for and how long they have. */
    private static Phrase meant(SketchNode node, Phrase added) {
        Optional<Phrase> due = node.trait("dueDate").map(Values::workingTime);
        return Who.of(node)
                .map(who ->
                        due.isPresent() ? Phrase.of("for.due", added, who, due.get()) : Phrase.of("for", added, who))
                .orElse(added);
    }

    private Phrase named(String id) {
        return after.node(id).or(() -> before.node(id)).map(SketchNode::called).orElseGet(() -> Phrase.quoted(id));
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
                .forEach(node -> changes.add(new Change.Removed(node.id(), Phrase.of("removed", what(node)))));
    }

    private static Phrase what(SketchNode node) {
        return node.name().isEmpty() ? node.kind() : Phrase.of("new", node.kind(), node.called());
    }

    /** A fork or join that came or went between steps of which nothing is told: what it did is not done any more. */
    private void forks() {
        Set<String> told = changes.stream()
                .flatMap(change -> Stream.ofNullable(change.element()))
                .collect(Collectors.toSet());
        silent(after, told)
                .forEach(node -> changes.add(new Change.Added(
                        node.id(),
                        Phrase.of("added.between", node.kind(), comingFrom(node, after), goingTo(node, after)))));
        silent(before, told)
                .forEach(node -> changes.add(new Change.Removed(
                        node.id(),
                        Phrase.of("removed.between", node.kind(), comingFrom(node, before), goingTo(node, before)))));
    }

    private List<SketchNode> silent(Sketch sketch, Set<String> told) {
        return sketch.nodes().values().stream()
                .filter(node -> !common.contains(node.id()) && !isWorthTelling(node) && parts(node, sketch))
                .filter(node -> Stream.concat(
                                Stream.of(node.id()),
                                Stream.concat(
                                        sketch.to(node.id()).map(SketchFlow::from),
                                        sketch.from(node.id()).map(SketchFlow::to)))
                        .noneMatch(told::contains))
                .toList();
    }

    /** Whether it does anything: where ways only meet, each goes on by itself as it would without it. */
    private static boolean parts(SketchNode node, Sketch sketch) {
        return sketch.from(node.id()).count() > 1
                || (!node.type().equals("exclusiveGateway")
                        && sketch.to(node.id()).count() > 1);
    }

    private static Phrase comingFrom(SketchNode node, Sketch sketch) {
        return WayChanges.names(sketch.to(node.id()).map(SketchFlow::from).collect(Collectors.toSet()), sketch);
    }

    private static Phrase goingTo(SketchNode node, Sketch sketch) {
        return WayChanges.names(sketch.from(node.id()).map(SketchFlow::to).collect(Collectors.toSet()), sketch);
    }

    private void told(SketchNode was, SketchNode node) {
        if (node.isGateway() && node.name().isEmpty() && !was.type().equals(node.type())) {
            changes.add(new Change.Altered(
                    node.id(), Phrase.of("kind.behind", node.kind(), was.kind(), comingFrom(node, after))));
        } else {
            NodeChanges.tell(was, node, this::named, changes::add);
        }
    }

    private void alike() {
        List<Change> ordered = new ArrayList<>();
        Set<String> moved = new OrderChanges(before, after).tell(ordered::add);
        after.nodes().values().stream()
                .filter(node -> common.contains(node.id()))
                .forEach(node -> {
                    ordered.stream()
                            .filter(change -> node.id().equals(change.element()))
                            .forEach(changes::add);
                    before.node(node.id()).ifPresent(was -> told(was, node));
                    ways.tell(node, moved, changes::add);
                });
    }
}
