package dev.baton.models;

import dev.baton.models.Readings.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person chooses makes a difference: the diagram reads the outcome and tells each from the others. */
final class OutcomesLead implements Rule {

    @Override
    public String name() {
        return "outcomes";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (!model.isProcess()) {
            return;
        }
        Readings readings = Readings.of(model);
        model.all("userTask").forEach(task -> {
            List<Outcome> outcomes = of(task);
            if (isOpen(task)) {
                findings.note(task, "none", task.label());
            } else if (outcomes.size() > 1) {
                check(model, task, outcomes, readings, findings);
            }
        });
    }

    /** Whether somebody gets the task and is asked for nothing. */
    private static boolean isOpen(XmlElement task) {
        boolean isTheirs = Stream.of("assignee", "candidateUsers", "candidateGroups")
                .anyMatch(who -> task.camunda(who).isPresent());
        return isTheirs
                && task.property("outcomes").isEmpty()
                && task.extensions("formData").findAny().isEmpty();
    }

    private static void check(
            Model model, XmlElement task, List<Outcome> outcomes, Readings readings, Findings findings) {
        String result = Variables.result(task);
        boolean isVote = task.children(Vocabulary.BPMN, "multiInstanceLoopCharacteristics")
                .findAny()
                .isPresent();
        Set<XmlElement> following = following(model, task, result);
        List<Reading> reading = readings.all()
                .filter(each -> following.contains(each.step()) && each.step() != task)
                .filter(each -> each.reads(result)
                        || (isVote && !each.expression().votes().isEmpty()))
                .toList();
        boolean decidesElsewhere =
                following.stream().anyMatch(node -> node.name().equals("businessRuleTask"));
        if (reading.isEmpty() && !decidesElsewhere) {
            findings.warning(
                    task,
                    "unread",
                    task.label(),
                    result,
                    outcomes.get(outcomes.size() - 1).value());
        } else if (!decidesElsewhere
                && reading.stream()
                        .noneMatch(each -> each.expression().otherwise().contains(result))) {
            unused(task, outcomes, named(reading, result), findings);
        }
    }

    private static void unused(XmlElement task, List<Outcome> outcomes, Set<String> named, Findings findings) {
        List<Outcome> same = outcomes.stream()
                .filter(outcome -> !named.contains(outcome.value()))
                .toList();
        if (same.size() > 1) {
            findings.warning(
                    task,
                    "unused",
                    task.label(),
                    same.stream().map(Outcome::label).collect(Collectors.joining(", ")));
        }
    }

    private static Set<String> named(List<Reading> reading, String result) {
        Set<String> named = reading.stream()
                .flatMap(each -> each.expression().comparisons().stream())
                .filter(comparison -> comparison.variable().equals(result))
                .map(ExpressionReader.Comparison::text)
                .collect(Collectors.toSet());
        reading.forEach(each -> named.addAll(each.expression().votes()));
        return named;
    }

    /** Where the outcome of the task is still what it was: up to the next task that sets the same variable. */
    static Set<XmlElement> following(Model model, XmlElement task, String result) {
        return model.flow()
                .reachable(
                        model.flow().next(task),
                        node -> node.name().equals("userTask")
                                && Variables.result(node).equals(result));
    }

    static List<Outcome> of(XmlElement task) {
        return Optional.of(task).flatMap(each -> each.property("outcomes")).stream()
                .flatMap(text -> Outcome.listOf(text).stream())
                .toList();
    }
}
