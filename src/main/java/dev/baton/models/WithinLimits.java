package dev.baton.models;

import dev.baton.outbox.MailKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the engine's limits would stop while people work is said before (docs/decisions/0040). */
final class WithinLimits implements Rule {

    private static final int MOST_PEOPLE = 200;
    private static final int LONGEST_EXPRESSION = 4_000;
    private static final int MOST_IN_ONE_TEXT = 50;
    private static final int MOST_ENTRIES = 200;
    private static final int LAST_YEAR = 9_999;

    private static final Pattern NUMBER = Pattern.compile("\\d{5,}");
    private static final Pattern FAR_YEAR = Pattern.compile("[+-]?(\\d{5,})-\\d\\d-\\d\\d.*", Pattern.DOTALL);
    private static final Pattern TEXTS = Pattern.compile("'[^']*+'|\"[^\"]*+\"");

    @Override
    public String name() {
        return "limits";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        model.all("multiInstanceLoopCharacteristics").forEach(loop -> people(loop, findings));
        model.all()
                .filter(element -> !Vocabulary.DRAWING.contains(element.namespace()))
                .forEach(element -> {
                    texts(element).forEach(text -> text(element, text, findings));
                    element(element, findings);
                });
        model.all("callActivity")
                .filter(call -> call.attribute("calledElement")
                        .filter(called -> model.keys().anyMatch(called::equals))
                        .isPresent())
                .forEach(call -> findings.error(call, "itself"));
    }

    private static Stream<String> texts(XmlElement element) {
        return Stream.concat(element.attributes().values().stream(), Stream.of(element.text()))
                .map(String::strip)
                .filter(ExpressionReader::isExpression);
    }

    private static void text(XmlElement element, String text, Findings findings) {
        if (text.length() > LONGEST_EXPRESSION) {
            findings.error(element, "long", LONGEST_EXPRESSION);
        } else if (text.split("[$#]\\{", -1).length > MOST_IN_ONE_TEXT) {
            findings.error(element, "many", MOST_IN_ONE_TEXT);
        } else if (NUMBER.matcher(TEXTS.matcher(text).replaceAll("''")).find()) {
            findings.error(element, "number", text);
        }
    }

    private static void element(XmlElement element, Findings findings) {
        if (element.is(Vocabulary.CAMUNDA, "failedJobRetryTimeCycle")) {
            findings.error(element, "retry");
        } else if (element.is(Vocabulary.CAMUNDA, "list", "map")
                && element.children().size() > MOST_ENTRIES) {
            findings.error(element, "entries", MOST_ENTRIES);
        } else if (element.is(Vocabulary.CAMUNDA, "in")
                && element.attribute("businessKey").isPresent()) {
            findings.error(element, "reference");
        } else if (element.is(Vocabulary.BPMN, "conditionalEventDefinition")) {
            condition(element, findings);
        } else if (element.is(Vocabulary.BPMN, "serviceTask", "sendTask")) {
            mail(element, findings);
        }
        element.camunda("dueDate")
                .map(FAR_YEAR::matcher)
                .filter(Matcher::matches)
                .ifPresent(far -> findings.error(element, "year", far.group(), String.valueOf(LAST_YEAR)));
    }

    private static void people(XmlElement loop, Findings findings) {
        Optional<String> number = number(loop);
        if (number.isEmpty()) {
            return;
        }
        if (ExpressionReader.isExpression(number.get())) {
            if (names(number.get()).isEmpty()) {
                findings.error(loop, "constant", number.get());
            }
        } else if (atOnce(loop) > MOST_PEOPLE) {
            findings.error(loop, "people", MOST_PEOPLE);
        }
    }

    private static Optional<String> number(XmlElement loop) {
        return loop.children(Vocabulary.BPMN, "loopCardinality")
                .map(number -> number.text().strip())
                .findFirst();
    }

    /** How many run at once, with the loops around this one. */
    private static long atOnce(XmlElement loop) {
        return loop.upwards()
                .flatMap(around -> around.children(Vocabulary.BPMN, "multiInstanceLoopCharacteristics"))
                .flatMap(around -> number(around).stream())
                .filter(number -> number.matches("\\d{1,9}"))
                .mapToLong(Long::parseLong)
                .reduce(1, (one, other) -> Math.min(one * other, Integer.MAX_VALUE));
    }

    private static List<String> names(String expression) {
        return ExpressionReader.names(expression);
    }

    private static void condition(XmlElement event, Findings findings) {
        event.children(Vocabulary.BPMN, "condition")
                .map(condition -> condition.text().strip())
                .filter(condition -> !condition.isEmpty() && names(condition).isEmpty())
                .forEach(condition -> findings.error(event, "always", condition));
    }

    /** Mails in which Baton itself speaks are no workflow's to send; an address is one line. */
    private static void mail(XmlElement step, Findings findings) {
        step.extensions("inputOutput")
                .flatMap(mapping -> mapping.children(Vocabulary.CAMUNDA, "inputParameter"))
                .forEach(input -> {
                    String name = input.attribute("name").orElse("");
                    String value = input.text().strip();
                    if (name.equals("template") && MailKind.of(value) == MailKind.NOW) {
                        findings.error(step, "mail", value);
                    } else if (name.equals("template") && (value.contains("/") || value.contains("\\"))) {
                        findings.error(step, "template", value);
                    } else if (name.equals("to") && value.contains("\n")) {
                        findings.error(step, "lines", value.replaceAll("\\s+", " "));
                    }
                });
    }
}
