package dev.baton.models;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Every expression can be parsed, names only what is known, and calls nothing but our names' own questions. */
final class KnownExpressions implements Rule {

    private static final Set<String> ENGINE_COUNTERS =
            Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");

    private static final Set<String> NOT_EVALUATED = Set.of("textAnnotation", "text", "flowNodeRef");

    @Override
    public String name() {
        return "expressions";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        Set<String> variables = variables(model);
        model.all()
                .filter(element ->
                        !Vocabulary.DRAWING.contains(element.namespace()) && !NOT_EVALUATED.contains(element.name()))
                .forEach(element -> Stream.concat(element.attributes().values().stream(), Stream.of(element.text()))
                        .filter(ExpressionReader::isExpression)
                        .forEach(text -> check(model, element, text.strip(), variables, findings)));
    }

    private static void check(Model model, XmlElement element, String text, Set<String> variables, Findings findings) {
        ExpressionReader.Parsed expression;
        try {
            expression = ExpressionReader.read(text);
        } catch (TreeBuilderException broken) {
            findings.error(element, "unreadable", text);
            return;
        }
        expression.forbidden().forEach(call -> findings.error(element, "call", text, call));
        expression.names().stream()
                .filter(name -> !Vocabulary.NAMES.contains(name) && !variables.contains(name))
                .forEach(name -> findings.error(element, "name", text, name, String.join(", ", variables)));
        if (!model.isCalled()) {
            List<String> unknown = expression.briefFields().stream()
                    .filter(field -> !variables.contains(field))
                    .toList();
            unknown.forEach(field -> findings.error(element, "brief", text, field, String.join(", ", variables)));
        }
    }

    /** Everything that the model itself puts there: answers, results, inputs and outputs. */
    private static Set<String> variables(Model model) {
        Stream<String> inputs = model.process().stream()
                .flatMap(process -> process.property("inputs").stream())
                .flatMap(list -> Stream.of(list.split("\\s*,\\s*")));
        Stream<String> results =
                model.all("userTask").map(task -> task.property("result").orElse(TaskDetails.DEFAULT_RESULT));
        Stream<String> set = model.all().flatMap(KnownExpressions::setBy);
        return Stream.of(inputs, results, set, ENGINE_COUNTERS.stream())
                .flatMap(names -> names)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> setBy(XmlElement element) {
        if (element.is(Vocabulary.CAMUNDA, "formField")) {
            return element.id().stream();
        }
        if (element.is(Vocabulary.CAMUNDA, "inputParameter", "outputParameter")) {
            return element.attribute("name").stream();
        }
        if (element.is(Vocabulary.CAMUNDA, "in", "out")) {
            return element.attribute("target").stream();
        }
        return Stream.of(
                        "resultVariable",
                        "elementVariable",
                        "initiator",
                        "errorCodeVariable",
                        "errorMessageVariable",
                        "escalationCodeVariable")
                .flatMap(attribute -> element.camunda(attribute).stream());
    }
}
