package dev.baton.models;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which node of the later version is which of the earlier: by id; else by kind and name where only one fits; else by kind
 * and neighbours, since gateways rarely have a name and other programs give ids of their own.
 */
final class SameNodes {

    /** Where so much was made anew, nobody looks for what it was. */
    private static final int MOST_PAIRS = 40_000;

    private final Sketch before;
    private final Sketch after;
    private final Map<String, String> same = new LinkedHashMap<>();

    private SameNodes(Sketch before, Sketch after) {
        this.before = before;
        this.after = after;
    }

    /** Ids of the earlier version and what they are in the later. */
    static Map<String, String> of(Sketch before, Sketch after) {
        SameNodes nodes = new SameNodes(before, after);
        before.nodes().keySet().stream().filter(after.nodes()::containsKey).forEach(id -> nodes.same.put(id, id));
        nodes.pair((one, other) -> !one.name().isEmpty() && isOfSameKind(one, other) && haveSameName(one, other));
        int known;
        do {
            known = nodes.same.size();
            nodes.pair((one, other) -> isOfSameKind(one, other) && nodes.haveSameNeighbours(one, other));
            if (nodes.same.size() == known) {
                nodes.pair((one, other) -> areGateways(one, other) && nodes.haveSameNeighbours(one, other));
            }
        } while (nodes.same.size() > known);
        return nodes.same;
    }

    private static boolean isOfSameKind(SketchNode one, SketchNode other) {
        return one.type().equals(other.type());
    }

    private static boolean haveSameName(SketchNode one, SketchNode other) {
        return one.name().equals(other.name());
    }

    /** A fork in the place of a question is the same gateway, made another kind. */
    private static boolean areGateways(SketchNode one, SketchNode other) {
        return one.isGateway() && other.isGateway();
    }

    private void pair(BiPredicate<SketchNode, SketchNode> alike) {
        List<SketchNode> left = before.nodes().values().stream()
                .filter(node -> !same.containsKey(node.id()))
                .toList();
        Set<String> taken = new HashSet<>(same.values());
        List<SketchNode> free = after.nodes().values().stream()
                .filter(node -> !taken.contains(node.id()))
                .toList();
        if ((long) left.size() * free.size() > MOST_PAIRS) {
            return;
        }
        Map<String, String> found = new HashMap<>();
        left.forEach(one -> only(free.stream().filter(other -> alike.test(one, other)))
                .filter(other ->
                        left.stream().filter(each -> alike.test(each, other)).count() == 1)
                .ifPresent(other -> found.put(one.id(), other.id())));
        same.putAll(found);
    }

    private boolean haveSameNeighbours(SketchNode one, SketchNode other) {
        Set<String> known = new HashSet<>(same.values());
        Set<String> from = known(before.to(one.id()).map(SketchFlow::from));
        Set<String> to = known(before.from(one.id()).map(SketchFlow::to));
        return (!from.isEmpty() || !to.isEmpty())
                && haveSameName(one, other)
                && from.equals(among(known, after.to(other.id()).map(SketchFlow::from)))
                && to.equals(among(known, after.from(other.id()).map(SketchFlow::to)));
    }

    private Set<String> known(Stream<String> earlier) {
        return earlier.map(same::get).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static Set<String> among(Set<String> known, Stream<String> ids) {
        return ids.filter(known::contains).collect(Collectors.toSet());
    }

    private static Optional<SketchNode> only(Stream<SketchNode> nodes) {
        List<SketchNode> found = nodes.limit(2).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
