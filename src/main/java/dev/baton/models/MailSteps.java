package dev.baton.models;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A step or event that runs by itself sends a mail, and says which one to whom. */
final class MailSteps implements Rule {

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        all(model).filter(step -> !runsSomethingElse(step)).forEach(step -> {
            if (parts(step).allMatch(part -> part.camunda("delegateExpression").isEmpty())) {
                findings.error(step, "nothing", step.label());
            } else {
                inputs(step, findings);
            }
        });
    }

    /** What else a step would run is refused by the rule that allows mails alone; more need not be said. */
    private static boolean runsSomethingElse(XmlElement step) {
        return parts(step)
                .anyMatch(part -> Stream.of("class", "expression", "type")
                                .anyMatch(attribute -> part.camunda(attribute).isPresent())
                        || part.camunda("delegateExpression")
                                .filter(delegate -> !delegate.contains("mail"))
                                .isPresent()
                        || part.extensions("connector").findAny().isPresent());
    }

    private static void inputs(XmlElement step, Findings findings) {
        for (String input : List.of("template", "to")) {
            boolean isThere = step.extensions("inputOutput")
                    .flatMap(mapping -> mapping.children(Vocabulary.CAMUNDA, "inputParameter"))
                    .filter(given ->
                            given.attribute("name").filter(input::equals).isPresent())
                    .anyMatch(given ->
                            !given.text().isBlank() || !given.children().isEmpty());
            if (!isThere) {
                findings.error(step, "input", input);
            }
        }
    }

    /** The steps and events that are there to send something. */
    static Stream<XmlElement> all(Model model) {
        return model.nodes().filter(MailSteps::isOne);
    }

    static boolean isOne(XmlElement node) {
        return node.is(Vocabulary.BPMN, "serviceTask", "sendTask")
                || (node.is(Vocabulary.BPMN, "intermediateThrowEvent", "endEvent")
                        && node.children(Vocabulary.BPMN, "messageEventDefinition")
                                .findAny()
                                .isPresent());
    }

    /** Whom the step writes to, where it names them and does not ask an expression. */
    static Stream<String> receivers(XmlElement step) {
        return Stream.ofNullable(step.inputs().get("to"))
                .filter(to -> !ExpressionReader.isExpression(to))
                .flatMap(to -> Arrays.stream(to.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    /** The step, and what tells more of it if it is an event. */
    private static Stream<XmlElement> parts(XmlElement step) {
        return Stream.concat(Stream.of(step), step.children(Vocabulary.BPMN, "messageEventDefinition"));
    }
}
