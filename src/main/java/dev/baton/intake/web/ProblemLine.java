package dev.baton.intake.web;

import dev.baton.tasks.FormView;
import java.util.List;
import java.util.Objects;

/**
 * One line of the summary of what is wrong with a form.
 *
 * @param input id of the input it is about
 */
record ProblemLine(String input, String label, String problem) {

    /** What is wrong where, in one sentence. */
    public String sentence() {
        return problem.contains(label) ? problem : label + " " + problem;
    }

    /** What is wrong with the fields of a brief. */
    static List<ProblemLine> of(FormView brief) {
        return brief.fields().stream()
                .filter(entry -> entry.problem() != null)
                .map(entry ->
                        new ProblemLine(entry.id(), entry.field().label(), Objects.requireNonNull(entry.problem())))
                .toList();
    }
}
