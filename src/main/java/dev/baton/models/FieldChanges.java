package dev.baton.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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

    Phrase keptAs(SketchField is, SketchField was) {
        return Phrase.of("field.id", form(), is.label(), is.id(), was.id());
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
                .forEach(rule -> said.add(FieldRule.changed(
                        rule,
                        form(),
                        is.label(),
                        is.rules().getOrDefault(rule, ""),
                        was.rules().getOrDefault(rule, ""))));
        return said;
    }

    private static String known(String type) {
        return List.of("string", "long", "boolean", "date", "enum").contains(type) ? type : "other";
    }

    private void choices(Map<String, String> earlier, SketchField is, List<Phrase> said) {
        Map<String, String> rekeyed = Rekeyed.of(earlier, is.choices(), Function.identity());
        rekeyed.forEach((now, was) -> said.add(
                Phrase.of("choice.value", form(), is.label(), is.choices().getOrDefault(now, now), now, was)));
        Map<String, String> before = Rekeyed.renamed(earlier, rekeyed);
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
        if (NodeChanges.isOtherOrder(before, is.choices())) {
            said.add(Phrase.of("choice.order", form(), is.label()));
        }
    }
}
