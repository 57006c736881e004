package dev.baton.models;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A field of a form.
 *
 * @param choices labels by value, of a field to choose from
 * @param rules checks and further settings, by name
 */
record SketchField(
        String id,
        String label,
        String type,
        boolean required,
        Map<String, String> choices,
        Map<String, String> rules) {

    static SketchField of(XmlElement field) {
        String id = field.id().orElse("");
        Map<String, String> rules = new LinkedHashMap<>();
        field.attribute("defaultValue").ifPresent(value -> rules.put("default", value));
        field.children(Vocabulary.CAMUNDA, "validation")
                .flatMap(checks -> checks.children(Vocabulary.CAMUNDA, "constraint"))
                .forEach(check -> rules.put(
                        check.attribute("name").orElse(""),
                        check.attribute("config").orElse("true")));
        boolean required = rules.containsKey("required") && !"false".equals(rules.remove("required"));
        field.children(Vocabulary.CAMUNDA, "properties")
                .flatMap(properties -> properties.children(Vocabulary.CAMUNDA, "property"))
                .forEach(property -> rules.put(
                        property.id().or(() -> property.attribute("name")).orElse(""),
                        property.attribute("value").map(Traits::plain).orElse("")));
        rules.entrySet().removeIf(rule -> FieldRule.isUsual(rule.getKey(), rule.getValue()));
        Map<String, String> choices = new LinkedHashMap<>();
        field.children(Vocabulary.CAMUNDA, "value").forEach(choice -> {
            String value = choice.id().orElse("");
            choices.put(value, choice.attribute("name").orElse(value));
        });
        return new SketchField(
                id,
                field.attribute("label").map(Traits::plain).orElse(id),
                field.attribute("type").orElse("string"),
                required,
                choices,
                rules);
    }
}
