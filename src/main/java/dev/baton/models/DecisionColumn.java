package dev.baton.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A column of a decision table.
 *
 * @param label what people call it
 * @param reads what it asks for, or the name of what it decides
 * @param decides whether it says what comes of it
 * @param place of its cells among those of its kind, from 0
 */
record DecisionColumn(String id, String label, String reads, boolean decides, int place) {

    static List<DecisionColumn> of(XmlElement table) {
        List<DecisionColumn> columns = new ArrayList<>();
        for (String kind : List.of("input", "output")) {
            List<XmlElement> all = table.children(table.namespace(), kind).toList();
            IntStream.range(0, all.size())
                    .forEach(place -> columns.add(of(all.get(place), kind.equals("output"), place)));
        }
        return columns;
    }

    private static DecisionColumn of(XmlElement column, boolean decides, int place) {
        String reads = decides
                ? column.attribute("name").orElse("")
                : column.children(column.namespace(), "inputExpression")
                        .flatMap(asked -> asked.children(asked.namespace(), "text"))
                        .map(XmlElement::text)
                        .map(Traits::plain)
                        .findFirst()
                        .orElse("");
        String id = column.id().orElse("");
        String label = Stream.of(column.attribute("label").orElse(""), reads, id)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
        return new DecisionColumn(id, label, reads, decides, place);
    }

    /** Which of these is this column in another version: that of the same id, else that which reads the same. */
    Optional<DecisionColumn> in(List<DecisionColumn> others) {
        return others.stream()
                .filter(other -> other.decides == decides && other.id.equals(id))
                .findFirst()
                .or(() -> others.stream()
                        .filter(other -> other.decides == decides && other.reads.equals(reads))
                        .findFirst());
    }

    /** What stands in this column of a rule; empty if anything will do. */
    String cell(XmlElement rule) {
        return rule.children(rule.namespace(), decides ? "outputEntry" : "inputEntry")
                .skip(place)
                .findFirst()
                .flatMap(cell ->
                        cell.children(cell.namespace(), "text").findFirst().map(XmlElement::text))
                .map(DecisionColumn::plain)
                .orElse("");
    }

    /** The text of a cell; a dash is another way to say nothing. */
    static String plain(String text) {
        String plain = Traits.plain(text);
        return plain.equals("-") ? "" : plain;
    }
}
