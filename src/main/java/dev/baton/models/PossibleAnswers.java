package dev.baton.models;

import dev.baton.models.ExpressionReader.Comparison;
import dev.baton.models.Readings.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A condition asks for an answer that somebody can give. */
final class PossibleAnswers implements Rule {

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        Variables variables = Variables.of(model);
        Readings.of(model).conditions().forEach(condition -> {
            condition.expression().comparisons().forEach(asked -> asks(model, variables, condition, asked, findings));
            condition.expression().votes().forEach(vote -> counts(model, condition, vote, findings));
        });
    }

    private static void asks(Model model, Variables variables, Reading condition, Comparison asked, Findings findings) {
        possible(model, variables, condition, asked.variable())
                .filter(answers -> !answers.contains(asked.text()))
                .ifPresent(answers -> findings.error(
                        condition.at(), "unknown", asked.text(), asked.variable(), String.join(", ", answers)));
    }

    /** What the variable can be where the condition is asked; nothing if that is not known. */
    private static Optional<Set<String>> possible(
            Model model, Variables variables, Reading condition, String variable) {
        List<XmlElement> setting = variables.setting(variable);
        Optional<XmlElement> field = variables.onlyField(variable);
        if (field.isPresent()) {
            return field.filter(only -> only.attribute("type").equals(Optional.of("enum")))
                    .map(PossibleAnswers::choices);
        }
        if (setting.isEmpty() || setting.stream().anyMatch(by -> !sets(by, variable))) {
            return Optional.empty();
        }
        List<XmlElement> before = setting.stream()
                .filter(task -> OutcomesLead.following(model, task, variable).contains(condition.step()))
                .toList();
        return Optional.of((before.isEmpty() ? setting : before)
                .stream().flatMap(PossibleAnswers::outcomes).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static boolean sets(XmlElement by, String variable) {
        return by.name().equals("userTask")
                && Variables.result(by).equals(variable)
                && (by.property("outcomes").isEmpty() || !OutcomesLead.of(by).isEmpty());
    }

    private static Stream<String> outcomes(XmlElement task) {
        List<Outcome> outcomes = OutcomesLead.of(task);
        return outcomes.isEmpty() ? Stream.of("done") : outcomes.stream().map(Outcome::value);
    }

    private static Set<String> choices(XmlElement field) {
        return field.children(Vocabulary.CAMUNDA, "value")
                .flatMap(choice -> choice.id().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void counts(Model model, Reading condition, String vote, Findings findings) {
        Set<String> votes = model.all("userTask")
                .filter(task -> task.children(Vocabulary.BPMN, "multiInstanceLoopCharacteristics")
                        .findAny()
                        .isPresent())
                .flatMap(PossibleAnswers::outcomes)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!votes.contains(vote)) {
            findings.error(condition.at(), "vote", vote, String.join(", ", votes));
        }
    }
}
