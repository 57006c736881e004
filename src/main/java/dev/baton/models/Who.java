package dev.baton.models;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whom a task goes to, which a model can say in three ways: one person, several, or a team. */
record Who(Optional<Phrase> moved) {

    static final Set<String> TRAITS = Set.of("assignee", "candidateUsers", "candidateGroups");

    /** What is said if both say it in one way each, and not in the same. */
    static Who between(SketchNode before, SketchNode after) {
        List<String> was = said(before);
        List<String> is = said(after);
        return new Who(
                was.size() == 1 && is.size() == 1 && !was.equals(is)
                        ? Optional.of(Phrase.of(
                                "changed",
                                after.called(),
                                Phrase.of("trait.assignee"),
                                value(after, is.get(0)),
                                value(before, was.get(0))))
                        : Optional.empty());
    }

    /** Whom this task, or this mail, is for; nothing if it does not say. */
    static Optional<Phrase> of(SketchNode node) {
        return said(node).stream()
                .map(trait -> value(node, trait))
                .findFirst()
                .or(() -> node.trait("input.to").map(Values::people));
    }

    private static List<String> said(SketchNode node) {
        return List.of("assignee", "candidateUsers", "candidateGroups").stream()
                .filter(trait -> node.trait(trait).isPresent())
                .toList();
    }

    private static Phrase value(SketchNode node, String trait) {
        String value = node.trait(trait).orElse("");
        return trait.equals("candidateGroups") ? Values.team(value) : Values.people(value);
    }
}
