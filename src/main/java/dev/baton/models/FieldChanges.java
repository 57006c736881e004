package dev.baton.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the form of one node asks for differently. */
final class FieldChanges {

    private final SketchNode node;

    FieldChanges(SketchNode node) {
        this.node = node;
    }

    /** The brief, or the form of a step. */
    Phrase form() {
        return node.type().equals("startEvent") ? Phrase.of("brief") : Phrase.of("form", node.called());
    }

    Phrase added(SketchField field) {
        return Phrase.of(field.required() ? "field.added.required" : "field.added", form(), field.label());
    }

    Phrase removed(SketchField field) {
        return Phrase.of("field.removed", form(), field.label());
    }

    List<Phrase> between(SketchField was, SketchField is) {
        List<Phrase> said = new ArrayList<>();
        if (!was.label().equals(is.label())) {
            said.add(Phrase.of("field.label", form(), is.label(), was.label()));
        }
        if (!was.type().equals(is.type())) {
            said.add(Phrase.of(
                    "field.type",
                    form(),
                    is.label(),
                    Phrase.of("type." + known(is.type())),
                    Phrase.of("type." + known(was.type()))));
        }
        if (was.required() != is.required()) {
            said.add(Phrase.of(is.required() ? "field.required" : "field.optional", form(), is.label()));
        }
        choices(was.choices(), is, said);
        NodeChanges.names(was.rules(), is.rules()).stream()
                .filter(rule ->
                        !is.rules().getOrDefault(rule, "").equals(was.rules().getOrDefault(rule, "")))
                .forEach(rule -> said.add(Phrase.of(
                        "field.rule",
                        form(),
                        is.label(),
                        rule,
                        value(is.rules().getOrDefault(rule, "")),
                        value(was.rules().getOrDefault(rule, "")))));
        return said;
    }

    private static String known(String type) {
        return List.of("string", "long", "boolean", "date", "enum").contains(type) ? type : "other";
    }

    private static Phrase value(String value) {
        return value.isEmpty() ? Phrase.of("none") : Phrase.quoted(value);
    }

    private void choices(Map<String, String> before, SketchField is, List<Phrase> said) {
        is.choices().forEach((value, label) -> {
            String was = before.get(value);
            if (was == null) {
                said.add(Phrase.of("choice.added", form(), is.label(), label));
            } else if (!was.equals(label)) {
                said.add(Phrase.of("choice.label", form(), is.label(), label, was));
            }
        });
        before.forEach((value, label) -> {
            if (!is.choices().containsKey(value)) {
                said.add(Phrase.of("choice.removed", form(), is.label(), label));
            }
        });
    }
}
