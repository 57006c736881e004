package dev.baton.models;

import java.util.List;
import java.util.Optional;

/** Conditions stand where they are read, are questions and not words, and leave a way open. */
final class ConditionsCount implements Rule {

    @Override
    public String name() {
        return "conditions";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        Flow flow = model.flow();
        model.all("sequenceFlow").forEach(line -> {
            Optional<String> condition = line.texts("conditionExpression").findFirst();
            condition
                    .filter(text -> !ExpressionReader.isExpression(text))
                    .ifPresent(text -> findings.error(line, "words", text));
            condition
                    .flatMap(text -> flow.source(line))
                    .filter(source -> source.is(Vocabulary.BPMN, "parallelGateway", "eventBasedGateway", "startEvent"))
                    .ifPresent(source -> findings.warning(line, "ignored", source.label()));
        });
        flow.nodes().stream()
                .filter(node -> !node.name().endsWith("Gateway"))
                .forEach(node -> mayStop(flow, node, findings));
        model.all("conditionalEventDefinition")
                .filter(event -> event.texts("condition").findAny().isEmpty())
                .forEach(event -> findings.error(event, "missing", event.named().label()));
        flow.nodes("eventBasedGateway").forEach(gateway -> events(flow, gateway, findings));
    }

    /** Where every line that leaves a step has a condition, work may find none that is open. */
    private static void mayStop(Flow flow, XmlElement step, Findings findings) {
        List<XmlElement> ways = flow.ways(step);
        boolean allAsk = ways.stream()
                .allMatch(way -> way.texts("conditionExpression").findAny().isPresent());
        if (!ways.isEmpty() && allAsk && step.attribute("default").isEmpty()) {
            findings.error(step, "step", step.label());
        }
    }

    /** Behind a gateway that waits for what happens first stand the events that can happen. */
    private static void events(Flow flow, XmlElement gateway, Findings findings) {
        flow.ways(gateway).stream()
                .flatMap(way -> flow.target(way).stream())
                .filter(target -> !target.name().equals("intermediateCatchEvent"))
                .forEach(target -> findings.error(gateway, "event", gateway.label(), target.label()));
    }
}
