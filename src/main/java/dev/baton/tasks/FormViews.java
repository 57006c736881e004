package dev.baton.tasks;

import dev.baton.engine.FormAnswers;
import dev.baton.engine.FormField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes forms ready to be shown, with problems in words. */
@Component
public class FormViews {

    private final MessageSource messages;

    FormViews(MessageSource messages) {
        this.messages = messages;
    }

    /** The form with what is known already. */
    public FormView of(List<FormField> form) {
        return new FormView(form.stream()
                .map(field -> new FormView.Entry(field, known(field), null))
                .toList());
    }

    /**
     * The form as it was filled in.
     *
     * @param entered by field, as text; what is not there is shown as it is known
     * @param answers the same, checked
     */
    public FormView of(List<FormField> form, Map<String, String> entered, FormAnswers answers) {
        return new FormView(form.stream()
                .map(field -> new FormView.Entry(
                        field,
                        entered.getOrDefault(field.id(), known(field)),
                        answers.problem(field.id()).map(this::words).orElse(null)))
                .toList());
    }

    /** What is wrong, in words for the person who filled it in. */
    public String words(FormAnswers.Problem problem) {
        String config = problem.config();
        Object[] arguments = {problem.field().label(), config == null ? "" : config};
        String byType = "tasks.form.problem." + problem.rule() + "."
                + problem.field().type().name().toLowerCase(Locale.ROOT);
        String general = messages.getMessage(
                "tasks.form.problem." + problem.rule(),
                arguments,
                messages.getMessage("tasks.form.problem", arguments, Locale.ENGLISH),
                Locale.ENGLISH);
        return String.valueOf(messages.getMessage(byType, arguments, general, Locale.ENGLISH));
    }

    private static String known(FormField field) {
        Object value = field.value();
        return value == null ? "" : value.toString();
    }
}
