package dev.baton.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares two versions of decision tables: their columns, and their rules by what they ask for. */
final class DecisionChanges {

    private final List<Change> changes = new ArrayList<>();

    private DecisionChanges() {}

    /**
     * A row of a table.
     *
     * @param asks what has to hold, column by column
     * @param says what it decides
     */
    private record Row(String id, String asks, String says) {

        static Row of(XmlElement rule) {
            return new Row(rule.id().orElse(""), cells(rule, "inputEntry"), cells(rule, "outputEntry"));
        }

        private static String cells(XmlElement rule, String kind) {
            return String.join(
                    ", ",
                    rule.children(rule.namespace(), kind)
                            .map(cell -> cell.children(cell.namespace(), "text")
                                    .map(XmlElement::text)
                                    .map(Traits::plain)
                                    .findFirst()
                                    .orElse(""))
                            .map(text -> text.isEmpty() || text.equals("-") ? "–" : text)
                            .toList());
        }
    }

    static List<Change> between(Model before, Model after) {
        DecisionChanges all = new DecisionChanges();
        Map<String, XmlElement> were = byId(before);
        Map<String, XmlElement> are = byId(after);
        NodeChanges.names(were, are).forEach(id -> {
            XmlElement was = were.get(id);
            XmlElement is = are.get(id);
            if (was == null && is != null) {
                all.changes.add(new Change.Added(id, Phrase.of("decision.added", name(is))));
            } else if (is == null && was != null) {
                all.changes.add(new Change.Removed(id, Phrase.of("decision.removed", name(was))));
            } else if (is != null && was != null) {
                all.decision(was, is);
            }
        });
        return all.changes;
    }

    private static Map<String, XmlElement> byId(Model model) {
        Map<String, XmlElement> decisions = new LinkedHashMap<>();
        model.decisions().forEach(decision -> decisions.put(decision.id().orElse(""), decision));
        return decisions;
    }

    private static String name(XmlElement decision) {
        return decision.attribute("name").or(decision::id).orElse("");
    }

    private void decision(XmlElement was, XmlElement is) {
        String id = is.id().orElse(null);
        if (!name(was).equals(name(is))) {
            changes.add(new Change.Altered(id, Phrase.of("renamed", name(is), name(was))));
        }
        String policyWas = policy(was);
        String policyIs = policy(is);
        if (!policyWas.equals(policyIs)) {
            changes.add(new Change.Altered(id, Phrase.of("decision.policy", name(is), policyIs, policyWas)));
        }
        List<String> columnsWere = columns(was);
        List<String> columnsAre = columns(is);
        columnsAre.stream()
                .filter(column -> !columnsWere.contains(column))
                .forEach(column ->
                        changes.add(new Change.Altered(id, Phrase.of("decision.column.added", name(is), column))));
        columnsWere.stream()
                .filter(column -> !columnsAre.contains(column))
                .forEach(column ->
                        changes.add(new Change.Altered(id, Phrase.of("decision.column.removed", name(is), column))));
        int told = changes.size();
        rules(name(is), rows(was), rows(is));
        if (changes.size() == told && !said(was).equals(said(is))) {
            changes.add(new Change.Altered(id, Phrase.of("decision.other", name(is))));
        }
    }

    /** All that it says apart from ids and where things are drawn. */
    private static String said(XmlElement element) {
        return element.name()
                + element.attributes().entrySet().stream()
                        .filter(attribute -> !Set.of("id", "name", "label", "hitPolicy")
                                .contains(attribute.getKey().getLocalPart()))
                        .map(attribute -> attribute.getKey().getLocalPart() + attribute.getValue())
                        .sorted()
                        .collect(Collectors.joining())
                + Traits.plain(element.text())
                + element.children().stream().map(DecisionChanges::said).collect(Collectors.joining("/", "(", ")"));
    }

    private static Stream<XmlElement> table(XmlElement decision) {
        return decision.children(decision.namespace(), "decisionTable");
    }

    private static String policy(XmlElement decision) {
        return table(decision)
                .map(table -> table.attribute("hitPolicy").orElse("UNIQUE"))
                .findFirst()
                .orElse("");
    }

    private static List<String> columns(XmlElement decision) {
        return table(decision)
                .flatMap(table -> table.children(table.namespace(), "input", "output"))
                .map(column -> column.attribute("label")
                        .or(() -> column.attribute("name"))
                        .or(column::id)
                        .orElse(""))
                .toList();
    }

    private static List<Row> rows(XmlElement decision) {
        return table(decision)
                .flatMap(table -> table.children(table.namespace(), "rule"))
                .map(Row::of)
                .toList();
    }

    private void rules(String table, List<Row> were, List<Row> are) {
        List<Row> gone = new ArrayList<>(were);
        List<Row> fresh = new ArrayList<>(are);
        fresh.removeIf(row -> take(gone, other -> sameWords(row, other)).isPresent());
        for (Row row : fresh) {
            take(gone, other -> other.asks().equals(row.asks()))
                    .or(() -> take(gone, other -> other.id().equals(row.id())))
                    .ifPresentOrElse(
                            was -> changes.add(new Change.Altered(
                                    row.id(),
                                    Phrase.of("rule.changed", table, row.asks(), row.says(), was.asks(), was.says()))),
                            () -> changes.add(new Change.Added(
                                    row.id(), Phrase.of("rule.added", table, row.asks(), row.says()))));
        }
        gone.forEach(row ->
                changes.add(new Change.Removed(row.id(), Phrase.of("rule.removed", table, row.asks(), row.says()))));
        if (fresh.isEmpty() && gone.isEmpty() && !words(were).equals(words(are))) {
            changes.add(new Change.Altered(null, Phrase.of("rule.order", table)));
        }
    }

    private static List<String> words(List<Row> rows) {
        return rows.stream().map(row -> row.asks() + " → " + row.says()).toList();
    }

    private static boolean sameWords(Row one, Row other) {
        return one.asks().equals(other.asks()) && one.says().equals(other.says());
    }

    private static Optional<Row> take(List<Row> rows, Predicate<Row> wanted) {
        Optional<Row> found = rows.stream().filter(wanted).findFirst();
        found.ifPresent(rows::remove);
        return found;
    }
}
