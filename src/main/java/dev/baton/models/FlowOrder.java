package dev.baton.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which order work passes the nodes of a process, where lines that lead back are not followed: "before" then has one
 * meaning, also in a loop.
 */
final class FlowOrder {

    private final Map<String, Set<String>> onward = new HashMap<>();
    private final Map<String, Set<String>> later = new HashMap<>();
    private final List<String> ids = new ArrayList<>();

    private FlowOrder(Map<String, SketchNode> nodes, List<SketchFlow> flows) {
        nodes.keySet().forEach(id -> onward.put(id, new LinkedHashSet<>()));
        flows.forEach(flow -> line(flow.from(), flow.to()));
        nodes.values().forEach(node -> around(node, flows));
        visitAll(nodes);
        Collections.reverse(ids);
        for (int i = ids.size() - 1; i >= 0; i--) {
            Set<String> reached = new HashSet<>();
            next(ids.get(i)).forEach(next -> {
                reached.add(next);
                reached.addAll(later.getOrDefault(next, Set.of()));
            });
            later.put(ids.get(i), reached);
        }
    }

    static FlowOrder of(Map<String, SketchNode> nodes, List<SketchFlow> flows) {
        return new FlowOrder(nodes, flows);
    }

    private void line(String from, String to) {
        if (onward.containsKey(from) && onward.containsKey(to) && !from.equals(to)) {
            next(from).add(to);
        }
    }

    private Set<String> next(String id) {
        return onward.computeIfAbsent(id, unknown -> new LinkedHashSet<>());
    }

    /** A step leads to the events at its border, a sub-process to what is in it, and that to what follows it. */
    private void around(SketchNode node, List<SketchFlow> flows) {
        node.trait("attachedToRef").ifPresent(host -> line(host, node.id()));
        node.trait("within").ifPresent(frame -> {
            if (flows.stream().noneMatch(flow -> flow.to().equals(node.id()))) {
                line(frame, node.id());
            }
            if (flows.stream().noneMatch(flow -> flow.from().equals(node.id()))) {
                flows.stream().filter(flow -> flow.from().equals(frame)).forEach(flow -> line(node.id(), flow.to()));
            }
        });
    }

    private void visitAll(Map<String, SketchNode> nodes) {
        Set<String> seen = new HashSet<>();
        Set<String> reached = new HashSet<>();
        onward.values().forEach(reached::addAll);
        List<String> last = new ArrayList<>(nodes.keySet());
        List<String> roots = new ArrayList<>(
                last.stream().filter(id -> !reached.contains(id)).toList());
        Collections.reverse(roots);
        Collections.reverse(last);
        roots.addAll(last);
        roots.stream().filter(id -> !seen.contains(id)).forEach(id -> visit(id, seen));
    }

    /** Depth first and without recursion, since a model may be long; a line to what is still open leads back. */
    private void visit(String root, Set<String> seen) {
        List<String> path = new ArrayList<>(List.of(root));
        Set<String> open = new HashSet<>(path);
        Map<String, List<String>> left = new HashMap<>();
        seen.add(root);
        while (!path.isEmpty()) {
            String at = path.get(path.size() - 1);
            List<String> next = left.computeIfAbsent(at, id -> new ArrayList<>(next(id)));
            if (next.isEmpty()) {
                path.remove(path.size() - 1);
                open.remove(at);
                ids.add(at);
            } else {
                String to = next.remove(next.size() - 1);
                if (open.contains(to)) {
                    next(at).remove(to);
                } else if (seen.add(to)) {
                    path.add(to);
                    open.add(to);
                }
            }
        }
    }

    /** All nodes, each after those that lead to it. */
    List<String> ids() {
        return List.copyOf(ids);
    }

    /** Whether work passes the one before the other. */
    boolean isBefore(String one, String other) {
        return later.getOrDefault(one, Set.of()).contains(other);
    }
}
