package dev.baton.models;

import java.util.Optional;

/** Work comes to every step and goes on from it until an end event. */
final class EveryStepLeadsOn implements Rule {

    @Override
    public String name() {
        return "flow";
    }

    @Override
    public void check(Model model, Findings findings) {
        model.nodes().filter(EveryStepLeadsOn::isPlain).forEach(node -> {
            if (!node.name().equals("endEvent")
                    && !node.name().equals("intermediateThrowEvent")
                    && !leaves(model, node)) {
                findings.warning(node, "end");
            }
            if (!node.name().equals("startEvent") && !node.name().equals("boundaryEvent") && !arrives(model, node)) {
                findings.warning(node, "unreached");
            }
        });
        model.process()
                .filter(process -> model.isProcess()
                        && process.children(Vocabulary.BPMN, "startEvent")
                                .findAny()
                                .isEmpty())
                .ifPresent(process -> findings.error(process, "start"));
    }

    private static boolean leaves(Model model, XmlElement node) {
        return flows(model, "sourceRef", node);
    }

    private static boolean arrives(Model model, XmlElement node) {
        return flows(model, "targetRef", node);
    }

    private static boolean flows(Model model, String end, XmlElement node) {
        return model.all("sequenceFlow")
                .anyMatch(flow -> !node.id().isEmpty() && flow.attribute(end).equals(node.id()));
    }

    /** Event sub-processes, links and compensation come and go without lines. */
    private static boolean isPlain(XmlElement node) {
        return !node.attribute("triggeredByEvent").equals(Optional.of("true"))
                && !node.attribute("isForCompensation").equals(Optional.of("true"))
                && node.children(Vocabulary.BPMN, "linkEventDefinition", "compensateEventDefinition")
                        .findAny()
                        .isEmpty();
    }
}
