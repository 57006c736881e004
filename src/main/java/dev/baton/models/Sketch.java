package dev.baton.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a process says, without how it is drawn: two files with equal sketches do the same.
 *
 * @param settings what the process itself says, by name
 * @param nodes its steps, events and gateways by their ids, in the order of the work
 * @param flows the lines between them
 */
record Sketch(Map<String, String> settings, Map<String, SketchNode> nodes, List<SketchFlow> flows) {

    static Sketch of(Model model) {
        List<SketchNode> nodes =
                model.nodes().map(node -> SketchNode.of(node, model.root())).toList();
        List<SketchFlow> flows = model.all("sequenceFlow").map(SketchFlow::of).toList();
        Map<String, String> settings = new LinkedHashMap<>();
        model.process().ifPresent(process -> {
            settings.putAll(Traits.of(process, model.root()));
            process.attribute("name").ifPresent(name -> settings.put("name", name));
        });
        return new Sketch(settings, inOrder(nodes, flows), flows);
    }

    private static Map<String, SketchNode> inOrder(List<SketchNode> nodes, List<SketchFlow> flows) {
        Map<String, SketchNode> byId = nodes.stream()
                .collect(Collectors.toMap(
                        SketchNode::id, Function.identity(), (first, second) -> first, LinkedHashMap::new));
        Map<String, SketchNode> ordered = new LinkedHashMap<>();
        FlowOrder.of(byId, flows).ids().forEach(id -> ordered.put(id, byId.get(id)));
        return ordered;
    }

    Optional<SketchNode> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    Stream<SketchFlow> from(String id) {
        return flows.stream().filter(flow -> flow.from().equals(id));
    }

    Stream<SketchFlow> to(String id) {
        return flows.stream().filter(flow -> flow.to().equals(id));
    }

    FlowOrder order() {
        return FlowOrder.of(nodes, flows);
    }

    /** The nodes of these ids that work gets to first from here; others are passed through. */
    Set<String> next(String id, Set<String> among) {
        return SketchWalk.first(this, id, among);
    }

    /** The ends that work can come to from here. */
    Set<String> ends(String id) {
        Set<String> ends = nodes.values().stream()
                .filter(node -> node.type().equals("endEvent"))
                .map(SketchNode::id)
                .collect(Collectors.toSet());
        return ends.contains(id) ? Set.of(id) : next(id, ends);
    }

    /** The same process with other ids. */
    Sketch renamed(Map<String, String> ids) {
        Map<String, SketchNode> renamed = new LinkedHashMap<>();
        nodes.values().stream().map(node -> node.renamed(ids)).forEach(node -> renamed.put(node.id(), node));
        return new Sketch(
                settings, renamed, flows.stream().map(flow -> flow.renamed(ids)).toList());
    }
}
