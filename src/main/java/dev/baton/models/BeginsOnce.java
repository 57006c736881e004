package dev.baton.models;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A workflow begins at one plain start event, for it is a request that begins it; so does each sub-process. */
final class BeginsOnce implements Rule {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        Stream.concat(model.process().stream(), model.nodes().filter(Flow::holdsSteps))
                .forEach(scope -> check(scope, findings));
    }

    private static void check(XmlElement scope, Findings findings) {
        List<XmlElement> starts = scope.children(Vocabulary.BPMN, "startEvent").toList();
        if (Flow.isEventSubProcess(scope)) {
            events(scope, starts, findings);
            return;
        }
        starts.forEach(start ->
                trigger(start).ifPresent(trigger -> findings.error(start, "trigger", words(trigger.name()))));
        List<XmlElement> plain =
                starts.stream().filter(start -> trigger(start).isEmpty()).toList();
        if (starts.isEmpty()) {
            findings.error(scope, "missing", scope.label());
        } else if (plain.size() > 1) {
            findings.error(plain.get(1), "several", scope.label());
        }
    }

    private static void events(XmlElement scope, List<XmlElement> starts, Findings findings) {
        if (starts.size() != 1) {
            findings.error(scope, "event.one", scope.label());
        }
        starts.stream()
                .filter(start -> trigger(start).isEmpty())
                .forEach(start -> findings.error(start, "event.plain", scope.label()));
    }

    private static Optional<XmlElement> trigger(XmlElement start) {
        return start.children().stream()
                .filter(child -> child.name().endsWith("EventDefinition"))
                .findFirst();
    }

    /** The kind of an event as people call it: {@code timerEventDefinition} is a timer. */
    static String words(String definition) {
        return definition.replace("EventDefinition", "");
    }
}
