package dev.baton.engine;

import dev.baton.shared.RequestRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every task there ever was, read from the tables of the engine's history: its own query loads whole entities and cannot
 * give the reference of the request with them. Those tables keep no zone; the JVM runs in UTC (docs/decisions/0001).
 */
public class WorkHistory {

    /** Rows read at a time; a page costs one pass over what is left. */
    static final int PAGE = 10_000;

    /** The state says it; the reason of the deletion may be a person's word and be the same. */
    static final String DONE = "Completed";

    private static final String TASKS = """
            select t.ID_, r.BUSINESS_KEY_, r.PROC_DEF_KEY_, t.PROC_INST_ID_, t.PROC_DEF_ID_, t.TASK_DEF_KEY_,
                t.NAME_, t.ASSIGNEE_, t.START_TIME_, t.END_TIME_, t.DUE_DATE_, t.TASK_STATE_
            from ACT_HI_TASKINST t join ACT_HI_PROCINST r on r.PROC_INST_ID_ = t.ROOT_PROC_INST_ID_
            """;

    private final JdbcClient jdbc;
    private final int page;

    WorkHistory(JdbcClient jdbc) {
        this(jdbc, PAGE);
    }

    WorkHistory(JdbcClient jdbc, int page) {
        this.jdbc = jdbc;
        this.page = page;
    }

    /** Tells of every task that reached its people at that moment or before, the oldest first. */
    public void tasks(Instant createdUntil, Consumer<PastTask> each) {
        PastTask last = null;
        List<PastTask> found;
        do {
            found = after(last, createdUntil);
            found.forEach(each);
            last = found.isEmpty() ? null : found.get(found.size() - 1);
        } while (found.size() == page);
    }

    /**
     * The tasks that ended after the one named and until that moment, in the order of their ends; at most 10,000.
     *
     * @param afterId of those that ended at {@code after}, the last that is known already; may be empty
     */
    public List<PastTask> ended(Instant after, String afterId, Instant until) {
        return jdbc.sql(TASKS + """
                        where t.END_TIME_ >= :at and t.END_TIME_ <= :until and (t.END_TIME_ > :at or t.ID_ > :id)
                        order by t.END_TIME_, t.ID_ fetch first :rows rows only
                        """)
                .param("at", Timestamp.from(after))
                .param("id", afterId)
                .param("until", Timestamp.from(until))
                .param("rows", page)
                .query(WorkHistory::task)
                .list();
    }

    /** The tasks that wait for their people and were made until that moment. */
    public List<PastTask> open(Instant createdUntil) {
        return jdbc.sql(TASKS + "where t.END_TIME_ is null and t.START_TIME_ <= :until")
                .param("until", Timestamp.from(createdUntil))
                .query(WorkHistory::task)
                .list();
    }

    private List<PastTask> after(@Nullable PastTask last, Instant createdUntil) {
        return jdbc.sql(TASKS + """
                        where t.START_TIME_ >= :at and t.START_TIME_ <= :until
                            and (t.START_TIME_ > :at or t.ID_ > :id)
                        order by t.START_TIME_, t.ID_ fetch first :rows rows only
                        """)
                .param("at", Timestamp.from(last == null ? Instant.EPOCH : last.createdAt()))
                .param("id", last == null ? "" : last.id())
                .param("until", Timestamp.from(createdUntil))
                .param("rows", page)
                .query(WorkHistory::task)
                .list();
    }

    private static PastTask task(ResultSet row, int number) throws SQLException {
        Instant endedAt = instant(row, "END_TIME_");
        String key = row.getString("TASK_DEF_KEY_");
        String name = row.getString("NAME_");
        return new PastTask(
                row.getString("ID_"),
                RequestRef.of(row.getString("BUSINESS_KEY_")),
                row.getString("PROC_DEF_KEY_"),
                row.getString("PROC_INST_ID_"),
                row.getString("PROC_DEF_ID_"),
                key,
                name == null ? key : name,
                row.getString("ASSIGNEE_"),
                Objects.requireNonNull(instant(row, "START_TIME_")),
                endedAt,
                instant(row, "DUE_DATE_"),
                endedAt != null && !DONE.equals(row.getString("TASK_STATE_")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
