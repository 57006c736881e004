package dev.baton.metrics.web;

import dev.baton.shared.RequestRef;
import java.util.List;

/**
 * A page of the rows a measure was counted from.
 *
 * @param columns keys of the columns' names, after the request's own
 * @param rows those of the page; empty where there is no such page
 * @param all how many there are on all pages
 */
record RowTable(List<String> columns, List<Row> rows, long all) {

    /**
     * @param cells in the order of the columns
     * @param missed whether it counts against the measure
     */
    record Row(RequestRef request, String title, boolean madeUp, List<String> cells, boolean missed) {}

    /** Rows on one page. */
    static final int PAGE = 100;

    public long pages() {
        return Math.max(1, (all + PAGE - 1) / PAGE);
    }
}
