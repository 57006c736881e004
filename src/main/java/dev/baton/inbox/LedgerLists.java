package dev.baton.inbox;

import java.sql.ResultSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks through the ledger. */
@Component
class LedgerLists {

    /** A question to the database, with the values of its parameters. */
    record Asked(String sql, Map<String, Object> values) {}

    private final JdbcClient jdbc;

    LedgerLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first, only ids below {@code before}. */
    List<LedgerLine> lines(LedgerFilter filter, long before, int most) {
        Asked asked = asked(filter, before, most);
        return jdbc.sql(asked.sql())
                .params(asked.values())
                .query((ResultSet row, int number) -> EntryRow.line(row))
                .list();
    }

    /** What is asked of the database for a page. */
    static Asked asked(LedgerFilter filter, long before, int most) {
        StringBuilder where = new StringBuilder(" where l.id < :before");
        Map<String, Object> values = filter.restrict(where);
        values.put("before", before);
        return new Asked(EntryRow.SELECT_LINE + where + order(filter) + " fetch first " + most + " rows only", values);
    }

    /** In the order of the index, or H2 sorts all entries of the state. */
    private static String order(LedgerFilter filter) {
        String narrowest =
                filter.request() != null ? "l.request desc, " : filter.state() != null ? "l.state desc, " : "";
        return " order by " + narrowest + "l.id desc";
    }

    /** How many there are in each state, whatever state the filter asks for; every state is there. */
    Map<LedgerState, Long> counts(LedgerFilter filter) {
        Map<LedgerState, Long> counts = new EnumMap<>(LedgerState.class);
        for (LedgerState state : LedgerState.values()) {
            counts.put(state, 0L);
        }
        StringBuilder where = new StringBuilder(" where 1 = 1");
        Map<String, Object> values = filter.with(null).restrict(where);
        jdbc.sql("select l.state, count(*) as mails from ledger l" + where + " group by l.state")
                .params(values)
                .query(row -> {
                    counts.put(EntryRow.state(row), row.getLong("mails"));
                });
        return counts;
    }

    /** How many there are; counts to {@code most} at most. */
    int count(LedgerFilter filter, int most) {
        StringBuilder where = new StringBuilder(" where 1 = 1");
        Map<String, Object> values = filter.restrict(where);
        return jdbc.sql("select count(*) from (select l.id from ledger l" + where + " fetch first " + most
                        + " rows only) as found")
                .params(values)
                .query(Integer.class)
                .single();
    }
}
