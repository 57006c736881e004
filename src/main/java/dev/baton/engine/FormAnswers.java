package dev.baton.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was filled in, checked.
 *
 * @param values by field: texts, whole numbers, booleans, days as ISO text; only fields that were shown and answered
 * @param problems what is wrong, in the order of the form; empty if the form can be taken
 */
public record FormAnswers(Map<String, Object> values, List<Problem> problems) {

    /**
     * Why one answer cannot be taken.
     *
     * @param rule the validator that refused ({@code required}, {@code maxlength}, …), or {@code type} for a value that
     *     is not of the field's type
     * @param config what the rule demands, such as the 80 of {@code maxlength}
     */
    public record Problem(
            FormField field, String rule, @Nullable String config) {}

    public boolean valid() {
        return problems.isEmpty();
    }

    /** The problem with this field, if there is one. */
    public Optional<Problem> problem(String field) {
        return problems.stream()
                .filter(problem -> problem.field().id().equals(field))
                .findFirst();
    }

    /** The fields that were left open although they are required. */
    public List<FormField> missing() {
        return problems.stream()
                .filter(problem -> problem.rule().equals("required"))
                .map(Problem::field)
                .toList();
    }
}
