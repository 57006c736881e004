package dev.baton.models;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** What one node says differently in the later version. */
final class NodeChanges {

    private final SketchNode before;
    private final SketchNode after;
    private final Function<String, Phrase> named;
    private final Consumer<Change> changes;

    private NodeChanges(SketchNode before, SketchNode after, Function<String, Phrase> named, Consumer<Change> changes) {
        this.before = before;
        this.after = after;
        this.named = named;
        this.changes = changes;
    }

    /** @param named what the element of an id is called, in either version */
    static void tell(SketchNode before, SketchNode after, Function<String, Phrase> named, Consumer<Change> changes) {
        NodeChanges node = new NodeChanges(before, after, named, changes);
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
        Map<String, String> rekeyed = Rekeyed.of(before.outcomes(), after.outcomes(), Outcome::label);
        Map<String, Outcome> were = Rekeyed.renamed(before.outcomes(), rekeyed);
        after.outcomes().forEach((value, outcome) -> {
            Outcome was = were.get(value);
            if (was == null) {
                altered(Phrase.of("outcome.added", after.called(), outcome.label()));
            } else {
                outcome(was, outcome);
            }
        });
        were.forEach((value, gone) -> {
            if (!after.outcomes().containsKey(value)) {
                altered(Phrase.of("outcome.removed", after.called(), gone.label()));
            }
        });
        if (isOtherOrder(were, after.outcomes())) {
            altered(Phrase.of("outcome.order", after.called()));
        }
    }

    /** Whether what both have comes in another order. */
    static boolean isOtherOrder(Map<String, ?> before, Map<String, ?> after) {
        return !before.keySet().stream()
                .filter(after::containsKey)
                .toList()
                .equals(after.keySet().stream().filter(before::containsKey).toList());
    }

    private void outcome(Outcome was, Outcome is) {
        if (!was.label().equals(is.label())) {
            altered(Phrase.of("outcome.label", after.called(), is.label(), was.label()));
        }
        if (!was.value().equals(is.value())) {
            altered(Phrase.of("outcome.value", after.called(), is.label(), is.value(), was.value()));
        }
        if (was.asksComment() != is.asksComment()) {
            altered(Phrase.of(is.asksComment() ? "outcome.comment" : "outcome.no-comment", after.called(), is.label()));
        }
    }

    private void traits() {
        Who who = Who.between(before, after);
        who.moved().ifPresent(this::altered);
        names(before.traits(), after.traits()).forEach(name -> {
            String was = before.traits().getOrDefault(name, "");
            String is = after.traits().getOrDefault(name, "");
            if (!was.equals(is) && !(who.moved().isPresent() && Who.TRAITS.contains(name))) {
                altered(
                        Traits.REFERENCES.contains(name)
                                ? elsewhere(name, is, was)
                                : Trait.changed(name, after.called(), is, was));
            }
        });
    }

    private Phrase elsewhere(String name, String is, String was) {
        if (is.isEmpty()) {
            return Phrase.of(name + ".gone", after.called(), named.apply(was));
        }
        return was.isEmpty()
                ? Phrase.of(name + ".new", after.called(), named.apply(is))
                : Phrase.of(name, after.called(), named.apply(is), named.apply(was));
    }

    /** The names of both, in the order of the later. */
    static Set<String> names(Map<String, ?> before, Map<String, ?> after) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        return names;
    }

    private void fields() {
        FieldChanges fields = new FieldChanges(after);
        Map<String, String> rekeyed =
                Rekeyed.of(before.fields(), after.fields(), field -> field.label() + " " + field.type());
        Map<String, SketchField> were = Rekeyed.renamed(before.fields(), rekeyed);
        names(were, after.fields()).forEach(id -> {
            SketchField was = were.get(id);
            SketchField is = after.fields().get(id);
            if (was == null && is != null) {
                altered(fields.added(is));
            } else if (is == null && was != null) {
                altered(fields.removed(was));
            } else if (is != null && was != null) {
                if (!was.id().equals(is.id())) {
                    altered(fields.keptAs(is, was));
                }
                fields.between(was, is).forEach(this::altered);
            }
        });
        if (isOtherOrder(were, after.fields())) {
            altered(Phrase.of("field.order", fields.form()));
        }
    }
}
