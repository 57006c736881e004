package dev.baton.intake.web;

import dev.baton.intake.FieldProblem;
import dev.baton.models.Workflow;
import dev.baton.tasks.FormView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that asks for work, as it is shown.
 *
 * @param id signed; the same for every time this form is sent
 * @param name of who asks
 * @param address of who asks
 * @param brief the workflow's own fields
 * @param changes whether fields come and go with what is filled in
 * @param problems with any field
 * @param lines the same as a summary, in the order of the page
 */
record AskForm(
        Workflow workflow,
        String id,
        String title,
        String name,
        String address,
        String campaign,
        FormView brief,
        boolean changes,
        List<FieldProblem> problems,
        List<ProblemLine> lines) {

    /** What is wrong with this field; null if nothing is. */
    public @Nullable String problem(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(FieldProblem::message)
                .findFirst()
                .orElse(null);
    }

    /** Whether some field of the brief takes files, so that no other has to. */
    public boolean takesFiles() {
        return ShownFields.takeFiles(brief);
    }
}
