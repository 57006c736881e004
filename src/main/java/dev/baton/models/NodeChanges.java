package dev.baton.models;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What one node says differently in the later version. */
final class NodeChanges {

    private final SketchNode before;
    private final SketchNode after;
    private final Consumer<Change> changes;

    private NodeChanges(SketchNode before, SketchNode after, Consumer<Change> changes) {
        this.before = before;
        this.after = after;
        this.changes = changes;
    }

    static void tell(SketchNode before, SketchNode after, Consumer<Change> changes) {
        NodeChanges node = new NodeChanges(before, after, changes);
        if (!before.type().equals(after.type())) {
            node.altered(Phrase.of("kind", after.called(), after.kind(), before.kind()));
            return;
        }
        if (!before.name().equals(after.name())) {
            node.altered(node.renamed());
        }
        node.outcomes();
        node.traits();
        node.fields();
    }

    private Phrase renamed() {
        return after.name().isEmpty() || before.name().isEmpty()
                ? Phrase.of("named-now", before.called(), after.called())
                : Phrase.of("renamed", after.name(), before.name());
    }

    private void altered(Phrase said) {
        changes.accept(new Change.Altered(after.id(), said));
    }

    private void outcomes() {
        after.outcomes().forEach((value, outcome) -> {
            Outcome was = before.outcomes().get(value);
            if (was == null) {
                altered(Phrase.of("outcome.added", after.called(), outcome.label()));
            } else {
                outcome(was, outcome);
            }
        });
        before.outcomes().values().stream()
                .filter(gone -> !after.outcomes().containsKey(gone.value()))
                .forEach(gone -> altered(Phrase.of("outcome.removed", after.called(), gone.label())));
        List<String> common = before.outcomes().keySet().stream()
                .filter(after.outcomes()::containsKey)
                .toList();
        if (!after.outcomes().keySet().stream()
                .filter(common::contains)
                .toList()
                .equals(common)) {
            altered(Phrase.of("outcome.order", after.called()));
        }
    }

    private void outcome(Outcome was, Outcome is) {
        if (!was.label().equals(is.label())) {
            altered(Phrase.of("outcome.label", after.called(), is.label(), was.label()));
        }
        if (was.asksComment() != is.asksComment()) {
            altered(Phrase.of(is.asksComment() ? "outcome.comment" : "outcome.no-comment", after.called(), is.label()));
        }
    }

    private void traits() {
        names(before.traits(), after.traits()).forEach(name -> {
            String was = before.traits().getOrDefault(name, "");
            String is = after.traits().getOrDefault(name, "");
            if (!was.equals(is)) {
                altered(Trait.changed(name, after.called(), is, was));
            }
        });
    }

    /** The names of both, in the order of the later. */
    static Set<String> names(Map<String, ?> before, Map<String, ?> after) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        return names;
    }

    private void fields() {
        FieldChanges fields = new FieldChanges(after);
        names(before.fields(), after.fields()).forEach(id -> {
            SketchField was = before.fields().get(id);
            SketchField is = after.fields().get(id);
            if (was == null && is != null) {
                changes.accept(new Change.Altered(after.id(), fields.added(is)));
            } else if (is == null && was != null) {
                changes.accept(new Change.Altered(after.id(), fields.removed(was)));
            } else if (is != null && was != null) {
                fields.between(was, is).forEach(this::altered);
            }
        });
        List<String> common = before.fields().keySet().stream()
                .filter(after.fields()::containsKey)
                .toList();
        if (!after.fields().keySet().stream().filter(common::contains).toList().equals(common)) {
            altered(Phrase.of("field.order", fields.form()));
        }
    }
}
