package dev.baton.metrics.web;

import dev.baton.metrics.RowsBehind;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table of a page as it goes into a file: all its rows, however many of them the page shows
 * (docs/decisions/0096).
 *
 * @param name what the file is called by
 * @param columns keys of the messages that stand above the columns on the page; where there is a message with
 *     {@code .csv} behind the key, that one stands in the file, such as one that says the unit
 * @param rows what stands in the columns: texts, instants, lengths, numbers, true or false, or null
 */
record CsvTable(String name, List<String> columns, RowsBehind<List<@Nullable Object>> rows) {

    /** A table of as many rows as there are of these. */
    static <T> CsvTable of(
            String name, List<String> columns, List<T> all, Function<? super T, List<@Nullable Object>> row) {
        return new CsvTable(name, columns, each -> all.forEach(one -> each.accept(row.apply(one))));
    }

    /** A row with these cells. */
    static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }
}
