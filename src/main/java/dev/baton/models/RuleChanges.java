package dev.baton.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the rules of two versions of a decision table by what they ask for, whatever the order of its columns. */
final class RuleChanges {

    private final String table;
    private final boolean orderCounts;
    private final Consumer<Change> changes;

    /** @param orderCounts whether another order of the rules decides otherwise */
    RuleChanges(String table, boolean orderCounts, Consumer<Change> changes) {
        this.table = table;
        this.orderCounts = orderCounts;
        this.changes = changes;
    }

    /**
     * A rule of a table.
     *
     * @param number its place, from 1
     * @param asks what has to hold, column by column
     * @param says what it decides
     */
    record Row(String id, int number, List<String> asks, List<String> says) {

        Phrase phrase(String key, String table, Object... more) {
            List<Object> parts = new ArrayList<>(List.of(table, words(asks), words(says)));
            parts.addAll(List.of(more));
            return new Phrase(key, parts);
        }

        private static String words(List<String> cells) {
            return cells.stream().map(text -> text.isEmpty() ? "–" : text).collect(Collectors.joining(", "));
        }

        boolean hasWordsOf(Row other) {
            return asks.equals(other.asks) && says.equals(other.says);
        }
    }

    /** @param columns in the order in which they are said; null where this version has no such column */
    static List<Row> rows(
            XmlElement table, List<@Nullable DecisionColumn> asking, List<@Nullable DecisionColumn> saying) {
        List<XmlElement> rules = table.children(table.namespace(), "rule").toList();
        return IntStream.range(0, rules.size())
                .mapToObj(at -> new Row(
                        rules.get(at).id().orElse(""),
                        at + 1,
                        cells(rules.get(at), asking),
                        cells(rules.get(at), saying)))
                .toList();
    }

    private static List<String> cells(XmlElement rule, List<@Nullable DecisionColumn> columns) {
        return columns.stream()
                .map(column -> column == null ? "" : column.cell(rule))
                .toList();
    }

    void tell(List<Row> were, List<Row> are) {
        List<Row> gone = new ArrayList<>(were);
        List<Row> fresh = new ArrayList<>(are);
        List<Row> stayed = new ArrayList<>();
        fresh.removeIf(row -> take(gone, row::hasWordsOf).filter(stayed::add).isPresent());
        for (Row row : fresh) {
            take(gone, other -> other.asks().equals(row.asks()))
                    .or(() -> take(gone, other -> other.id().equals(row.id())))
                    .ifPresentOrElse(
                            was -> changes.accept(new Change.Altered(
                                    row.id(),
                                    row.phrase("rule.changed", table, Row.words(was.asks()), Row.words(was.says())))),
                            () -> changes.accept(
                                    new Change.Added(row.id(), row.phrase("rule.added", table, row.number()))));
        }
        gone.forEach(row -> changes.accept(new Change.Removed(row.id(), row.phrase("rule.removed", table))));
        if (orderCounts) {
            order(were.stream().filter(stayed::contains).toList(), kept(are, stayed));
        }
    }

    private static List<Row> kept(List<Row> are, List<Row> stayed) {
        return are.stream()
                .filter(row -> stayed.stream().anyMatch(row::hasWordsOf))
                .toList();
    }

    private void order(List<Row> was, List<Row> is) {
        if (sameOrder(was, is)) {
            return;
        }
        is.stream()
                .filter(row -> numberIn(was, row) != row.number())
                .filter(row -> sameOrder(without(was, row), without(is, row)))
                .findFirst()
                .ifPresentOrElse(
                        row -> changes.accept(new Change.Altered(
                                row.id(), row.phrase("rule.moved", table, row.number(), numberIn(was, row)))),
                        () -> changes.accept(new Change.Altered(null, Phrase.of("rule.order", table))));
    }

    private static int numberIn(List<Row> rows, Row wanted) {
        return rows.stream()
                .filter(wanted::hasWordsOf)
                .findFirst()
                .map(Row::number)
                .orElse(0);
    }

    private static List<Row> without(List<Row> rows, Row row) {
        return rows.stream().filter(other -> !other.hasWordsOf(row)).toList();
    }

    private static boolean sameOrder(List<Row> was, List<Row> is) {
        return was.size() == is.size()
                && IntStream.range(0, was.size()).allMatch(at -> was.get(at).hasWordsOf(is.get(at)));
    }

    private static Optional<Row> take(List<Row> rows, Predicate<Row> wanted) {
        Optional<Row> found = rows.stream().filter(wanted).findFirst();
        found.ifPresent(rows::remove);
        return found;
    }

    /** The columns of the one version as they stand for those of the other. */
    static List<@Nullable DecisionColumn> matching(List<DecisionColumn> columns, List<DecisionColumn> own) {
        List<@Nullable DecisionColumn> matching = new ArrayList<>();
        columns.forEach(column -> matching.add(column.in(own).orElse(null)));
        return matching;
    }

    /** All columns that either version has: those of the later, then those that are gone and still asked for something. */
    static List<DecisionColumn> all(List<DecisionColumn> were, List<DecisionColumn> are, boolean deciding) {
        return Stream.concat(
                        are.stream(),
                        were.stream().filter(column -> column.in(are).isEmpty()))
                .filter(column -> column.decides() == deciding)
                .toList();
    }
}
