package dev.baton.models;

import java.util.Optional;
import java.util.Set;

/** An event at the border of a step stands at a step that can have it, and can happen while the step is on. */
final class BorderEvents implements Rule {

    private static final Set<String> COMING = Set.of(
            "timerEventDefinition", "messageEventDefinition", "signalEventDefinition", "conditionalEventDefinition");

    private static final Set<String> AT_ONCE =
            Set.of("task", "manualTask", "serviceTask", "sendTask", "businessRuleTask");

    @Override
    public String name() {
        return "border";
    }

    @Override
    public void check(Model model, Findings findings) {
        model.nodes()
                .filter(node -> node.name().equals("boundaryEvent"))
                .forEach(event -> check(model.flow(), event, findings));
    }

    private static void check(Flow flow, XmlElement event, Findings findings) {
        Optional<XmlElement> host = flow.host(event);
        Optional<String> kind = kind(event);
        if (host.isEmpty() || host.get().parent() != event.parent()) {
            findings.error(event, "nowhere", event.label());
        } else if (kind.isEmpty()) {
            findings.error(event, "nothing", event.label());
        } else if (host.get().name().endsWith("Event") || host.get().name().endsWith("Gateway")) {
            findings.error(event, "step", host.get().label());
        } else {
            fits(flow, event, kind.get(), host.get(), findings);
        }
    }

    private static void fits(Flow flow, XmlElement event, String kind, XmlElement host, Findings findings) {
        if (kind.equals("escalationEventDefinition")
                && !host.is(Vocabulary.BPMN, "subProcess", "transaction", "callActivity", "userTask")) {
            findings.error(event, "escalation", host.label());
        } else if (kind.equals("cancelEventDefinition") && !host.is(Vocabulary.BPMN, "transaction")) {
            findings.error(event, "cancel", host.label());
        } else if (kind.equals("compensateEventDefinition") && flow.next(event).isEmpty()) {
            findings.error(event, "undo", host.label());
        } else if (COMING.contains(kind) && AT_ONCE.contains(host.name())) {
            findings.warning(event, "instant", host.label());
        }
    }

    private static Optional<String> kind(XmlElement event) {
        return event.children().stream()
                .map(XmlElement::name)
                .filter(name -> name.endsWith("EventDefinition"))
                .findFirst();
    }
}
