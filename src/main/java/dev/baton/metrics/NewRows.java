package dev.baton.metrics;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads each row of a table that only grows just once, in the order of their ids. An id that is missed may belong to a
 * transaction that has not ended yet; it is looked for again until it has come or is given up for one that was undone.
 */
final class NewRows {

    /** As many missed ids are looked for as the longest transactions may leave; those of undone ones fall out in time. */
    private static final int MOST_GAPS = 1_000;

    private static final int PAGE = 20_000;

    private final String select;
    private final RowCallbackHandler each;
    private final List<Long> missed = new ArrayList<>();
    private long last;

    /** @param select up to the table's name and its joins; the table's alias is {@code f} */
    NewRows(String select, RowCallbackHandler each) {
        this.select = select;
        this.each = each;
    }

    /** Tells of the rows that have come since the last time. */
    void read(JdbcClient jdbc) {
        if (!missed.isEmpty()) {
            jdbc.sql(select + " where f.id in (:ids) order by f.id")
                    .param("ids", List.copyOf(missed))
                    .query(row -> {
                        missed.remove(row.getLong("id"));
                        each.processRow(row);
                    });
        }
        int[] found = {PAGE};
        while (found[0] == PAGE) {
            found[0] = 0;
            jdbc.sql(select + " where f.id > ? order by f.id fetch first " + PAGE + " rows only")
                    .param(last)
                    .query(row -> {
                        found[0]++;
                        reached(row.getLong("id"));
                        each.processRow(row);
                    });
        }
    }

    private void reached(long id) {
        for (long gap = Math.max(last + 1, id - MOST_GAPS); gap < id && last > 0; gap++) {
            missed.add(gap);
        }
        while (missed.size() > MOST_GAPS) {
            missed.remove(0);
        }
        last = id;
    }
}
