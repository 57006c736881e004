package dev.baton.models;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Not too many people have to do something one after the other: each hand-over costs a day. */
final class FewStepsInARow implements Rule {

    private final CheckProperties limits;

    FewStepsInARow(CheckProperties limits) {
        this.limits = limits;
    }

    @Override
    public String name() {
        return "small";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        Flow flow = model.flow();
        Map<XmlElement, Integer> counts = new IdentityHashMap<>();
        int most = 0;
        Optional<XmlElement> first = Optional.empty();
        for (XmlElement node : flow.nodes()) {
            int count = before(flow, counts, node) + (isHuman(node) ? 1 : 0);
            counts.put(node, count);
            most = Math.max(most, count);
            if (count > limits.stepsInARow() && first.isEmpty()) {
                first = Optional.of(node);
            }
        }
        int longest = most;
        first.ifPresent(
                node -> findings.warning(node, "steps", String.valueOf(longest), String.valueOf(limits.stepsInARow())));
    }

    /** The most steps on any way to the node; what leads back to it comes later in the order and is not counted. */
    private static int before(Flow flow, Map<XmlElement, Integer> counts, XmlElement node) {
        return flow.cameFrom(node).stream()
                .mapToInt(earlier -> counts.getOrDefault(earlier, 0))
                .max()
                .orElse(0);
    }

    private static boolean isHuman(XmlElement node) {
        return node.is(Vocabulary.BPMN, "userTask", "callActivity");
    }
}
