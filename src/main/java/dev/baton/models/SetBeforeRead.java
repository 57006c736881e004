package dev.baton.models;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an expression reads is there when work comes to it: set on some way before it, and not left open. */
final class SetBeforeRead implements Rule {

    @Override
    public String name() {
        return "variables";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        Variables variables = Variables.of(model);
        model.nodes().forEach(node -> texts(node).forEach(text -> check(model, variables, node, node, text, findings)));
        model.all("sequenceFlow")
                .forEach(line -> model.flow()
                        .source(line)
                        .ifPresent(node -> line.texts("conditionExpression")
                                .forEach(text -> check(model, variables, line, node, text, findings))));
    }

    /** What is read when work comes to a step: who gets it, until when, with which parameters. */
    private static Stream<String> texts(XmlElement node) {
        Stream<String> attributes = node.attributes().values().stream();
        Stream<String> inputs = node.extensions("inputOutput")
                .flatMap(XmlElement::all)
                .filter(part -> !part.is(Vocabulary.CAMUNDA, "outputParameter")
                        && (part.parent() == null || !part.parent().is(Vocabulary.CAMUNDA, "outputParameter")))
                .map(XmlElement::text);
        return Stream.concat(attributes, inputs);
    }

    private static void check(
            Model model, Variables variables, XmlElement at, XmlElement node, String text, Findings findings) {
        Optional<ExpressionReader.Parsed> parsed = ExpressionReader.readable(text.strip());
        if (parsed.isEmpty()) {
            return;
        }
        for (String name : parsed.get().names()) {
            if (!Vocabulary.NAMES.contains(name) && !variables.setting(name).isEmpty()) {
                if (!isSetBefore(model.flow(), variables.setting(name), node)) {
                    findings.error(at, "early", text.strip(), name, Flow.names(setters(variables.setting(name))));
                } else {
                    variables
                            .onlyField(name)
                            .filter(SetBeforeRead::mayBeOpen)
                            .ifPresent(field -> findings.warning(at, "open", text.strip(), name, field.label()));
                }
            }
        }
    }

    private static boolean isSetBefore(Flow flow, List<XmlElement> setting, XmlElement node) {
        List<XmlElement> steps = setters(setting);
        if (steps.size() < setting.size() || steps.contains(node) || isAround(steps, node)) {
            return true;
        }
        Set<XmlElement> after = flow.reachable(
                steps.stream().flatMap(step -> flow.next(step).stream()).toList());
        return after.contains(node);
    }

    private static boolean isAround(Collection<XmlElement> steps, XmlElement node) {
        return node.upwards().anyMatch(steps::contains);
    }

    /** The steps at which the variable is set; what the whole process is given belongs to none. */
    private static List<XmlElement> setters(List<XmlElement> setting) {
        return setting.stream()
                .flatMap(element -> element
                        .upwards()
                        .filter(at ->
                                at.namespace().equals(Vocabulary.BPMN) && Vocabulary.FLOW_NODES.contains(at.name()))
                        .findFirst()
                        .stream())
                .toList();
    }

    /** Whether a form field may be sent without an answer and has none to begin with. */
    static boolean mayBeOpen(XmlElement field) {
        return field.attribute("defaultValue").isEmpty()
                && field.children(Vocabulary.CAMUNDA, "validation")
                        .flatMap(rules -> rules.children(Vocabulary.CAMUNDA, "constraint"))
                        .noneMatch(rule -> rule.attribute("name").equals(Optional.of("required")));
    }
}
