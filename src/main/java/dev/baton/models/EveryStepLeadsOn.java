package dev.baton.models;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Work comes to every step, goes on from it, and can come to an end from wherever it is. */
final class EveryStepLeadsOn implements Rule {

    @Override
    public String name() {
        return "flow";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        Flow flow = model.flow();
        model.all("sequenceFlow").forEach(line -> connects(flow, line, findings));
        flow.nodes().stream().filter(EveryStepLeadsOn::isPlain).forEach(node -> {
            if (!mayEnd(node) && flow.ways(node).isEmpty()) {
                findings.error(node, "end", node.label());
            }
            if (!flow.isReached(node)) {
                findings.warning(node, "unreached", node.label());
            }
        });
        trapped(flow).ifPresent(node -> findings.error(node, "trapped", node.label()));
    }

    /** A line stays within one process or sub-process; between two, only called workflows and events lead. */
    private static void connects(Flow flow, XmlElement line, Findings findings) {
        Optional<XmlElement> from = flow.source(line);
        Optional<XmlElement> to = flow.target(line);
        if (from.isPresent()
                && to.isPresent()
                && from.get().parent() != to.get().parent()) {
            findings.error(line, "border", from.get().label(), to.get().label());
        }
        to.filter(target -> target.name().equals("startEvent") || target.name().equals("boundaryEvent"))
                .ifPresent(target -> findings.error(line, "into", target.label()));
        from.filter(source -> source.name().equals("endEvent"))
                .ifPresent(source -> findings.error(line, "after", source.label()));
    }

    /** The first step that work comes to and from which no way leads to any end. */
    private static Optional<XmlElement> trapped(Flow flow) {
        List<XmlElement> ends =
                flow.nodes().stream().filter(node -> flow.next(node).isEmpty()).toList();
        Set<XmlElement> free = Collections.newSetFromMap(new IdentityHashMap<>());
        free.addAll(flow.leadingTo(ends));
        return flow.nodes().stream()
                .filter(node -> flow.isReached(node) && !free.contains(node))
                .findFirst();
    }

    private static boolean mayEnd(XmlElement node) {
        return node.name().equals("endEvent") || Flow.isThrownLink(node);
    }

    /** Event sub-processes come by themselves; what undoes a step and the event that calls for it go without lines. */
    private static boolean isPlain(XmlElement node) {
        return !Flow.isEventSubProcess(node)
                && !node.attribute("isForCompensation").equals(Optional.of("true"))
                && node.children(Vocabulary.BPMN, "compensateEventDefinition")
                        .findAny()
                        .isEmpty();
    }
}
