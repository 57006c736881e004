package dev.baton.models;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Forms ask for kinds of answers that pages and mails can take, under names that expressions can use. */
final class FormFields implements Rule {

    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,59}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final Set<String> TYPES = Set.of("string", "long", "boolean", "date", "enum");
    private static final Set<String> CONSTRAINTS =
            Set.of("required", "readonly", "minlength", "maxlength", "min", "max");

    @Override
    public String name() {
        return "forms";
    }

    @Override
    public void check(Model model, Findings findings) {
        model.all()
                .filter(element -> element.is(Vocabulary.CAMUNDA, "formData"))
                .forEach(form -> {
                    Set<String> ids = new HashSet<>();
                    form.children(Vocabulary.CAMUNDA, "formField").forEach(field -> {
                        check(field, findings);
                        if (!ids.add(field.id().orElse(""))) {
                            findings.error(field, "twice", field.id().orElse(""));
                        }
                    });
                });
    }

    private static void check(XmlElement field, Findings findings) {
        String id = field.id().orElse("");
        String type = field.attribute("type").orElse("");
        if (!ID.matcher(id).matches()) {
            findings.error(field, "id", id);
        } else if (Vocabulary.NAMES.contains(id)) {
            findings.error(field, "reserved", id);
        }
        if (!TYPES.contains(type)) {
            findings.error(field, "type", id, type);
        }
        if (type.equals("enum")
                && field.children(Vocabulary.CAMUNDA, "value").findAny().isEmpty()) {
            findings.error(field, "choices", id);
        }
        field.children(Vocabulary.CAMUNDA, "value")
                .filter(value -> value.id().isEmpty())
                .forEach(value -> findings.error(value, "choice", id));
        field.children(Vocabulary.CAMUNDA, "properties")
                .flatMap(properties -> properties.children(Vocabulary.CAMUNDA, "property"))
                .forEach(property -> check(property, id, findings));
        field.attribute("defaultValue")
                .filter(value -> !ExpressionReader.isExpression(value) && !fits(field, type, value))
                .ifPresent(value -> findings.error(field, "default", id, value));
        if (field.attribute("label").isEmpty()) {
            findings.warning(field, "label", id);
        }
        field.children(Vocabulary.CAMUNDA, "validation")
                .flatMap(rules -> rules.children(Vocabulary.CAMUNDA, "constraint"))
                .flatMap(rule -> rule.attribute("name").stream())
                .filter(rule -> !CONSTRAINTS.contains(rule) && !rule.equals("validator"))
                .forEach(rule -> findings.error(field, "rule", id, rule));
    }

    private static boolean fits(XmlElement field, String type, String value) {
        return switch (type) {
            case "enum" ->
                field.children(Vocabulary.CAMUNDA, "value")
                        .anyMatch(choice -> choice.id().filter(value::equals).isPresent());
            case "long" -> NUMBER.matcher(value).matches();
            case "boolean" -> value.equals("true") || value.equals("false");
            default -> true;
        };
    }

    /** The engine knows a property of a form field by its id, where other elements' properties have a name. */
    private static void check(XmlElement property, String field, Findings findings) {
        if (property.id().isEmpty()) {
            findings.error(
                    property, "property", field, property.attribute("name").orElse("help"));
        } else if (property.attribute("value").isEmpty()) {
            findings.error(property, "value", field, property.id().get());
        }
    }
}
