package dev.baton.tasks;

import dev.baton.engine.FormField;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is shown by {@code templates/tasks/form-fields.html :: fields(form)}: each field with what was entered and
 * what is wrong with it. Its inputs are named {@value #PREFIX} and the field's id.
 */
public record FormView(List<Entry> fields) {

    /** What the names of the inputs begin with, so that no field of a model is taken for one of ours. */
    public static final String PREFIX = "f.";

    /**
     * One field.
     *
     * @param value as text: what was entered, else what is known; empty if nothing
     * @param problem what is wrong with it, in words; null if nothing is
     */
    public record Entry(
            FormField field, String value, @Nullable String problem) {

        /** The name of the input. */
        public String name() {
            return PREFIX + field.id();
        }

        /** The id of the input; without a dot, for htmx finds what it keeps by {@code #id}. */
        public String id() {
            return "f-" + field.id();
        }

        /** What kind of input it is: {@code text}, {@code area}, {@code number}, {@code yes-no}, {@code date}, … */
        public String kind() {
            return switch (field.type()) {
                case LONG -> "number";
                case BOOLEAN -> "yes-no";
                case DATE -> "date";
                case ENUM -> "choice";
                case STRING -> kindOfText();
            };
        }

        private String kindOfText() {
            if (field.is("file")) {
                return "file";
            }
            if (field.is("multiline")) {
                return "area";
            }
            return field.is("email") ? "email" : field.is("url") ? "url" : "text";
        }

        /** Whether the field matters only under some condition. */
        public boolean conditional() {
            return field.is("showIf");
        }

        /** The ids of the texts that belong to the input, for those who do not see them; null if there are none. */
        public @Nullable String describedBy() {
            String help = field.help().isPresent() ? id() + "-help" : "";
            String wrong = problem == null ? "" : id() + "-problem";
            String both = (help + " " + wrong).strip();
            return both.isEmpty() ? null : both;
        }
    }

    /** What was entered, by field, from the parameters of a request. */
    public static Map<String, String> entered(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith(PREFIX) && parameter.getValue().length > 0)
                .collect(Collectors.toMap(
                        parameter -> parameter.getKey().substring(PREFIX.length()),
                        parameter -> parameter.getValue()[parameter.getValue().length - 1]));
    }
}
