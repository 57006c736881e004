package dev.baton.metrics.web;

import dev.baton.shared.RequestRef;
import java.util.List;

/**
 * The rows a measure was counted from.
 *
 * @param columns keys of the columns' names, after the request's own
 */
record RowTable(List<String> columns, List<Row> rows) {

    /**
     * @param cells in the order of the columns
     * @param missed whether it counts against the measure
     */
    record Row(RequestRef request, String title, boolean madeUp, List<String> cells, boolean missed) {}

    /** Rows on one page. */
    static final int PAGE = 100;

    public int pages() {
        return Math.max(1, (rows.size() + PAGE - 1) / PAGE);
    }

    /** The rows of a page that counts from 1; empty where there is no such page. */
    public List<Row> page(int number) {
        int first = Math.min(rows.size(), Math.max(0, number - 1) * PAGE);
        return rows.subList(first, Math.min(rows.size(), first + PAGE));
    }
}
