package dev.baton.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a form asks for, as its model defines it.
 *
 * @param id the name of the variable that the answer becomes
 * @param value what is known already, else the model's default
 * @param choices of an {@link Type#ENUM}: value to label, in the order of the model
 * @param properties what the process owner noted beside it: {@code help}, {@code multiline}, {@code file}, {@code url},
 *     {@code email}, {@code showIf}
 * @param constraints what the engine's validators check
 */
public record FormField(
        String id,
        String label,
        Type type,
        @Nullable Object value,
        Map<String, String> choices,
        Map<String, String> properties,
        List<Constraint> constraints) {

    /** What kind of value the field takes: a text, a whole number, yes or no, a day, or one of the choices. */
    public enum Type {
        STRING,
        LONG,
        BOOLEAN,
        DATE,
        ENUM
    }

    /**
     * A rule of one of the engine's validators.
     *
     * @param rule {@code required}, {@code readonly}, {@code minlength}, {@code maxlength}, {@code min} or {@code max}
     */
    public record Constraint(String rule, @Nullable String config) {}

    /** A sentence that helps to answer, if the model has one. */
    public Optional<String> help() {
        return Optional.ofNullable(properties.get("help"));
    }

    public boolean required() {
        return has("required");
    }

    public boolean readonly() {
        return has("readonly");
    }

    /** Whether the process owner set this property, to anything but {@code false}. */
    public boolean is(String property) {
        String value = properties.get(property);
        return value != null && !value.equalsIgnoreCase("false");
    }

    /** The value of this rule, such as the 80 of {@code maxlength}, if the field has it. */
    public Optional<String> rule(String rule) {
        return constraints.stream()
                .filter(constraint -> constraint.rule().equals(rule))
                .map(Constraint::config)
                .flatMap(config -> Optional.ofNullable(config).stream())
                .findFirst();
    }

    private boolean has(String rule) {
        return constraints.stream()
                .anyMatch(constraint -> constraint.rule().equals(rule) && !"false".equals(constraint.config()));
    }

    /** The same field with this as what is known already. */
    public FormField with(@Nullable Object known) {
        return new FormField(id, label, type, known, choices, properties, constraints);
    }

    /** The day that is known, where the field takes one. */
    public Optional<LocalDate> day() {
        return type == Type.DATE && value != null ? FormCheck.day(value.toString()) : Optional.empty();
    }

    /** The value as a person reads it: the label of a choice, the text of anything else; empty if nothing is known. */
    public String shown() {
        return value == null ? "" : choices.getOrDefault(value.toString(), value.toString());
    }
}
