package dev.baton.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Where work goes on to from a node, and on what condition. */
final class WayChanges {

    private final Sketch before;
    private final Sketch after;
    private final Set<String> common;
    private final Set<String> toldBefore;
    private final Set<String> toldAfter;

    /**
     * @param common ids of the nodes that both versions have; others are passed through
     * @param toldBefore these, and those of the earlier version that are told to be gone
     * @param toldAfter these, and those of the later version that are told to be new, with where they lead
     */
    WayChanges(Sketch before, Sketch after, Set<String> common, Set<String> toldBefore, Set<String> toldAfter) {
        this.before = before;
        this.after = after;
        this.common = common;
        this.toldBefore = toldBefore;
        this.toldAfter = toldAfter;
    }

    /**
     * One way out.
     *
     * @param to ids of the common nodes it leads to, or of the ends
     */
    private record Way(String condition, boolean otherwise, Set<String> to) {}

    private List<Way> ways(Sketch sketch, String id) {
        return sketch.from(id)
                .map(flow ->
                        new Way(flow.otherwise() ? "" : flow.condition(), flow.otherwise(), goal(sketch, flow.to())))
                .toList();
    }

    /** The nodes that both have, where it gets there; else the ends at which it ends. */
    private Set<String> goal(Sketch sketch, String to) {
        if (common.contains(to)) {
            return Set.of(to);
        }
        Set<String> known = sketch.next(to, common);
        return known.isEmpty() ? sketch.ends(to) : known;
    }

    /** What is asked at a gateway that is new, and where its ways lead. */
    List<Phrase> asked(SketchNode gateway) {
        List<Way> ways = ways(after, gateway.id());
        return ways.stream().anyMatch(WayChanges::asks)
                ? ways.stream()
                        .sorted(Comparator.comparing(Way::otherwise))
                        .map(way -> Phrase.of("way.new", place(gateway), when(way), to(way, after)))
                        .toList()
                : List.of();
    }

    private Phrase place(SketchNode gateway) {
        return gateway.name().isEmpty()
                ? after.to(gateway.id())
                        .flatMap(flow -> after.node(flow.from()).stream())
                        .findFirst()
                        .map(from -> Phrase.of("way.after", from.called()))
                        .orElseGet(gateway::called)
                : gateway.called();
    }

    /** @param moved nodes that are told to have moved; where they come in now is known from that */
    void tell(SketchNode node, Set<String> moved, Consumer<Change> changes) {
        List<Way> was = ways(before, node.id());
        List<Way> is = ways(after, node.id());
        boolean conditional =
                was.stream().anyMatch(WayChanges::asks) || is.stream().anyMatch(WayChanges::asks);
        if (!conditional) {
            plain(node, was, is, moved, changes);
            return;
        }
        if (node.type().equals("exclusiveGateway")) {
            order(node, was, is, changes);
        }
        List<Way> fresh = is.stream().filter(way -> !was.contains(way)).toList();
        List<Way> gone = was.stream().filter(way -> !is.contains(way)).toList();
        fresh.forEach(way -> fresh(node, way, gone, moved, changes));
        gone.stream()
                .filter(way -> fresh.stream().noneMatch(other -> isSame(way, other)))
                .forEach(way ->
                        altered(node, changes, Phrase.of("way.gone", node.called(), when(way), to(way, before))));
    }

    private void fresh(SketchNode node, Way way, List<Way> gone, Set<String> moved, Consumer<Change> changes) {
        gone.stream()
                .filter(other -> isSame(way, other))
                .findFirst()
                .ifPresentOrElse(
                        other -> {
                            if (!asksSame(way, other)) {
                                altered(node, changes, condition(node, way, other));
                            } else if (!isMoved(node, way, other, moved)) {
                                altered(
                                        node,
                                        changes,
                                        Phrase.of(
                                                "way.to", node.called(), when(way), to(way, after), to(other, before)));
                            }
                        },
                        () -> altered(node, changes, Phrase.of("way.added", node.called(), when(way), to(way, after))));
    }

    private Phrase condition(SketchNode node, Way way, Way was) {
        Excerpt excerpt = Excerpt.of(way.condition(), was.condition());
        return Phrase.of(
                "way.condition",
                node.called(),
                to(way, after),
                when(way.otherwise(), excerpt.now()),
                when(was.otherwise(), excerpt.before()));
    }

    /** Of several conditions that hold the engine takes the one that stands first in the file. */
    private void order(SketchNode node, List<Way> was, List<Way> is, Consumer<Change> changes) {
        List<String> before = conditions(was);
        List<String> now = conditions(is);
        List<String> first = now.stream().filter(before::contains).toList();
        before.retainAll(now);
        if (!before.equals(first) && !Values.excludeEachOther(first)) {
            changes.accept(new Change.Altered(
                    node.id(), Phrase.of("way.order", node.called(), Values.condition(first.get(0)))));
        }
    }

    private static List<String> conditions(List<Way> ways) {
        return ways.stream()
                .map(Way::condition)
                .filter(condition -> !condition.isEmpty())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The same way if its condition stayed, or else where it leads. */
    private static boolean isSame(Way one, Way other) {
        return asksSame(one, other) || one.to().equals(other.to());
    }

    private static boolean asksSame(Way one, Way other) {
        return one.otherwise() == other.otherwise() && one.condition().equals(other.condition());
    }

    private static boolean asks(Way way) {
        return way.otherwise() || !way.condition().isEmpty();
    }

    private void plain(SketchNode node, List<Way> was, List<Way> is, Set<String> moved, Consumer<Change> changes) {
        Way before = together(was);
        Way now = together(is);
        if (!before.to().equals(now.to()) && !isMoved(node, before, now, moved) && !isTold(node)) {
            altered(node, changes, Phrase.of("leads", node.called(), to(now, after), to(before, this.before)));
        }
    }

    /** Whether all that is different is that a new step comes here, or one that is gone came: its own sentence says so. */
    private boolean isTold(SketchNode node) {
        Set<String> was = before.next(node.id(), toldBefore);
        Set<String> is = after.next(node.id(), toldAfter);
        return (!common.containsAll(is) || !common.containsAll(was))
                && before.next(node.id(), common).containsAll(shared(is))
                && after.next(node.id(), common).containsAll(shared(was));
    }

    private Set<String> shared(Set<String> ids) {
        return ids.stream().filter(common::contains).collect(Collectors.toSet());
    }

    private static Way together(List<Way> ways) {
        return new Way(
                "", false, ways.stream().flatMap(way -> way.to().stream()).collect(Collectors.toSet()));
    }

    private static boolean isMoved(SketchNode node, Way one, Way other, Set<String> moved) {
        return moved.contains(node.id())
                || one.to().stream().anyMatch(moved::contains)
                || other.to().stream().anyMatch(moved::contains);
    }

    private static void altered(SketchNode node, Consumer<Change> changes, Phrase said) {
        changes.accept(new Change.Altered(node.id(), said));
    }

    private static Phrase when(Way way) {
        return when(way.otherwise(), way.condition());
    }

    private static Phrase when(boolean otherwise, String condition) {
        if (otherwise) {
            return Phrase.of("otherwise");
        }
        return condition.isEmpty() ? Phrase.of("always") : Phrase.of("if", Values.condition(condition));
    }

    private static Phrase to(Way way, Sketch sketch) {
        return names(way.to(), sketch);
    }

    /** What these nodes are called. */
    static Phrase names(Set<String> ids, Sketch sketch) {
        List<SketchNode> nodes =
                ids.stream().sorted().flatMap(id -> sketch.node(id).stream()).toList();
        List<String> names = nodes.stream()
                .map(SketchNode::name)
                .filter(name -> !name.isEmpty())
                .toList();
        if (nodes.isEmpty()) {
            return Phrase.of("nowhere");
        }
        return names.size() == nodes.size() ? Phrase.list(names) : nodes.get(0).called();
    }
}
