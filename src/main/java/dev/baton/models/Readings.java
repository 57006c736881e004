package dev.baton.models;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every expression of a model that can be read, with the step at which it is asked. */
final class Readings {

    /**
     * One expression.
     *
     * @param at the element whose text it is
     * @param step where work is when it is asked; the process itself for what belongs to no step
     */
    record Reading(XmlElement at, XmlElement step, ExpressionReader.Parsed expression) {

        boolean reads(String variable) {
            return expression.names().contains(variable)
                    || expression.briefFields().contains(variable);
        }

        /** Whether it decides which way work goes. */
        boolean isCondition() {
            return at.name().equals("conditionExpression");
        }
    }

    private final List<Reading> all;

    private Readings(Model model) {
        all = model.all()
                .filter(element -> !Vocabulary.DRAWING.contains(element.namespace()))
                .flatMap(element -> of(model, element))
                .toList();
    }

    static Readings of(Model model) {
        return new Readings(model);
    }

    Stream<Reading> all() {
        return all.stream();
    }

    Stream<Reading> conditions() {
        return all.stream().filter(Reading::isCondition);
    }

    private static Stream<Reading> of(Model model, XmlElement element) {
        Optional<XmlElement> step = step(model, element);
        return Stream.concat(element.attributes().values().stream(), Stream.of(element.text()))
                .flatMap(text -> ExpressionReader.readable(text.strip()).stream())
                .map(expression -> new Reading(element, step.orElse(model.root()), expression));
    }

    private static Optional<XmlElement> step(Model model, XmlElement element) {
        return element.upwards()
                .flatMap(at -> (at.is(Vocabulary.BPMN, "sequenceFlow")
                                ? model.flow().source(at)
                                : at.id().flatMap(model.flow()::node).filter(node -> node == at))
                        .stream())
                .findFirst();
    }
}
