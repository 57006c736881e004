package dev.baton.models;

import static dev.baton.models.Mistake.in;

import java.util.stream.Stream;

/** What would keep the house busy, or reach what is not the model's own (docs/decisions/0040). */
final class MistakesOverTheLimits {

    private static final Drawing GOOD = Drawing.good();

    private MistakesOverTheLimits() {}

    static Stream<Mistake> all() {
        return Stream.of(expressions(), people(), others(), decisions()).flatMap(mistakes -> mistakes);
    }

    private static Stream<Mistake> expressions() {
        return Stream.of(
                in(
                        "reads.schema",
                        GOOD.with(
                                "targetNamespace=\"test\"",
                                "targetNamespace=\"test\" xsi:schemaLocation=\"urn:x http://example.com/x.xsd\"")),
                in("expressions.question", GOOD.with("${request.owner}", "${people.salary('tom')}")),
                in("limits.long", GOOD.with("${request.owner}", "${" + "a".repeat(4_000) + "}")),
                in("limits.many", GOOD.with("name=\"Look at it\"", "name=\"" + "${what}".repeat(60) + "\"")),
                in(
                        "limits.number",
                        GOOD.with("camunda:dueDate=\"P2D\"", "camunda:dueDate=\"${calendar.workingDays(123456)}\"")),
                in("limits.year", GOOD.with("camunda:dueDate=\"P2D\"", "camunda:dueDate=\"+12345-01-01\"")),
                in(
                        "limits.entries",
                        GOOD.withStep("<bpmn:task id=\"step\"><bpmn:extensionElements><camunda:inputOutput>"
                                + "<camunda:inputParameter name=\"a\"><camunda:list>"
                                + "<camunda:value>x</camunda:value>".repeat(201)
                                + "</camunda:list></camunda:inputParameter></camunda:inputOutput>"
                                + "</bpmn:extensionElements></bpmn:task>")));
    }

    private static Stream<Mistake> people() {
        return Stream.of(
                in("limits.people", several("<bpmn:loopCardinality>201</bpmn:loopCardinality>")),
                in("limits.constant", several("<bpmn:loopCardinality>${100 * 100}</bpmn:loopCardinality>")),
                in(
                        "limits.always",
                        GOOD.withStep(
                                "<bpmn:intermediateCatchEvent id=\"step\"><bpmn:conditionalEventDefinition id=\"c\">"
                                        + "<bpmn:condition>${true}</bpmn:condition></bpmn:conditionalEventDefinition>"
                                        + "</bpmn:intermediateCatchEvent>")),
                in(
                        "limits.retry",
                        GOOD.withStep("<bpmn:task id=\"step\" camunda:asyncBefore=\"true\"><bpmn:extensionElements>"
                                + "<camunda:failedJobRetryTimeCycle>R9/PT1S</camunda:failedJobRetryTimeCycle>"
                                + "</bpmn:extensionElements></bpmn:task>")));
    }

    private static Drawing several(String number) {
        return GOOD.withStep("<bpmn:userTask id=\"step\"><bpmn:multiInstanceLoopCharacteristics>" + number
                + "</bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>");
    }

    private static Stream<Mistake> others() {
        return Stream.of(
                in("limits.itself", GOOD.withStep("<bpmn:callActivity id=\"step\" calledElement=\"small\" />")),
                in(
                        "limits.reference",
                        GOOD.withStep("<bpmn:callActivity id=\"step\" calledElement=\"review\"><bpmn:extensionElements>"
                                + "<camunda:in businessKey=\"X-1\" /></bpmn:extensionElements></bpmn:callActivity>")),
                in("limits.mail", mail("sign-in", "tom@example.com")),
                in("limits.template", mail("../secret", "tom@example.com")),
                in("limits.lines", mail("delivered", "tom@example.com&#10;Bcc: eve@example.com")));
    }

    private static Drawing mail(String template, String to) {
        return GOOD.withStep(
                "<bpmn:serviceTask id=\"step\" camunda:delegateExpression=\"${mail}\"><bpmn:extensionElements>"
                        + "<camunda:inputOutput><camunda:inputParameter name=\"template\">" + template
                        + "</camunda:inputParameter><camunda:inputParameter name=\"to\">" + to
                        + "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>");
    }

    private static Stream<Mistake> decisions() {
        return Stream.of(
                in("decision.beyond", "x.dmn", table("for a in 1..9 return a", 1)),
                in("decision.many", "x.dmn", table("1", 11)));
    }

    private static String table(String entry, int decisions) {
        StringBuilder tables = new StringBuilder();
        for (int i = 0; i < decisions; i++) {
            tables.append("<decision id=\"d" + i + "\" name=\"d\"><literalExpression id=\"l" + i + "\"><text>" + entry
                    + "</text></literalExpression></decision>");
        }
        return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"n\">"
                + tables + "</definitions>";
    }
}
