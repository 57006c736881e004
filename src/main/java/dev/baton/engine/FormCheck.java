package dev.baton.engine;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.form.handler.DefaultFormFieldValidatorContext;
import org.camunda.bpm.engine.impl.form.handler.FormFieldHandler;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidator;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;

/** Checks a filled-in form: all problems at once, where the engine's own submit stops at the first. */
final class FormCheck {

    /** What a text variable of the engine holds at most, in characters. */
    static final int LONGEST_TEXT = 4_000;

    /** The last year that people mean and databases keep. */
    private static final int LAST_YEAR = 9_999;

    private final ProcessEngineConfigurationImpl engine;

    FormCheck(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    FormAnswers check(List<FormField> form, Map<String, String> given) {
        Map<String, Object> readable = new HashMap<>();
        form.forEach(field ->
                readable.put(field.id(), read(field, text(given, field)).orElse(null)));
        Map<String, Object> values = new LinkedHashMap<>();
        List<FormAnswers.Problem> problems = new ArrayList<>();
        for (FormField field : form) {
            if (shown(field, readable)) {
                problem(field, text(given, field), readable).ifPresentOrElse(problems::add, () -> {
                    Object value = readable.get(field.id());
                    if (value != null) {
                        values.put(field.id(), value);
                    }
                });
            }
        }
        return new FormAnswers(values, List.copyOf(problems));
    }

    boolean shown(FormField field, Map<String, ?> values) {
        String condition = field.properties().get("showIf");
        if (condition == null || condition.isBlank()) {
            return true;
        }
        NarrowExpressions expressions = (NarrowExpressions) engine.getExpressionManager();
        VariableMap known = Variables.createVariables();
        known.putAll(values);
        Object shown = expressions
                .createValueExpression(condition.strip())
                .getValue(expressions.createElContext(known.asVariableContext()));
        return Boolean.parseBoolean(String.valueOf(shown));
    }

    private Optional<FormAnswers.Problem> problem(FormField field, String text, Map<String, Object> values) {
        Object value = values.get(field.id());
        if (value == null && !text.isEmpty()) {
            return Optional.of(new FormAnswers.Problem(field, "type", null));
        }
        if (text.length() > LONGEST_TEXT) {
            return Optional.of(new FormAnswers.Problem(field, "maxlength", String.valueOf(LONGEST_TEXT)));
        }
        return field.constraints().stream()
                .filter(rule -> !holds(field, rule, value, values))
                .map(rule -> new FormAnswers.Problem(field, rule.rule(), rule.config()))
                .findFirst();
    }

    private boolean holds(
            FormField field, FormField.Constraint rule, @Nullable Object value, Map<String, Object> values) {
        Class<? extends FormFieldValidator> type =
                engine.getFormValidators().getValidators().get(rule.rule());
        if (type == null) {
            throw new WorkflowFailed("The form field '" + field.id() + "' has the unknown rule '" + rule.rule() + "'");
        }
        FormFieldHandler handler = new FormFieldHandler();
        handler.setId(field.id());
        try {
            return BeanUtils.instantiateClass(type)
                    .validate(
                            value,
                            new DefaultFormFieldValidatorContext(
                                    StartProcessVariableScope.getSharedInstance(),
                                    rule.config(),
                                    Variables.fromMap(values),
                                    handler));
        } catch (FormFieldValidationException refused) {
            return false;
        }
    }

    private static String text(Map<String, String> given, FormField field) {
        String text = given.get(field.id());
        return text == null ? "" : text.strip();
    }

    private static Optional<Object> read(FormField field, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (field.type()) {
            case STRING -> Optional.of(text);
            case ENUM ->
                Optional.<Object>of(text).filter(choice -> field.choices().containsKey(choice));
            case BOOLEAN -> flag(text);
            case LONG -> number(text);
            case DATE -> day(text).map(LocalDate::toString);
        };
    }

    private static Optional<Object> flag(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "on", "yes" -> Optional.of(true);
            case "false", "off", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> number(String text) {
        try {
            return Optional.of(Long.valueOf(text.replace(" ", "")));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** The day that the text names as ISO 8601 writes it. */
    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 0 && day.getYear() <= LAST_YEAR);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
