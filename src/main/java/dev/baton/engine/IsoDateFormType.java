package dev.baton.engine;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.form.type.SimpleFormFieldType;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * A date in a form is a day, kept as ISO text ({@code 2026-12-01}). In place of the engine's own type, which makes an
 * instant of it and so moves the day with the zone of the machine.
 */
final class IsoDateFormType extends SimpleFormFieldType {

    @Override
    public String getName() {
        return "date";
    }

    @Override
    protected TypedValue convertValue(TypedValue value) {
        Object given = value.getValue();
        if (given == null || given.toString().isBlank()) {
            return Variables.stringValue(null, value.isTransient());
        }
        try {
            return Variables.stringValue(LocalDate.parse(given.toString()).toString(), value.isTransient());
        } catch (DateTimeParseException noDate) {
            throw new ProcessEngineException("Not a date: '" + given + "'", noDate);
        }
    }

    @Override
    @Deprecated
    public @Nullable Object convertFormValueToModelValue(@Nullable Object value) {
        return value;
    }

    @Override
    @Deprecated
    public @Nullable String convertModelValueToFormValue(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
