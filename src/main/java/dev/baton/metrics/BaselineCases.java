package dev.baton.metrics;

import dev.baton.metrics.LoggedEvent.Kind;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.lang.ref.SoftReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the events of a log together to cases and steps. A beginning belongs to the next end of the same activity in the
 * same case, the earliest beginning first; an end without a beginning is a step that took no time.
 */
@Component
class BaselineCases {

    private static final int PAGE = 5_000;
    private static final Kind[] KINDS = Kind.values();

    private final JdbcTemplate jdbc;

    /** What is asked for again need not be read again, as long as there is room for it. */
    private final Map<Long, SoftReference<List<StoredRequest>>> read = new ConcurrentHashMap<>();

    BaselineCases(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(PAGE);
    }

    /** What a log comes to. */
    record Counts(long cases, long tasks, long events, long repeated, long unfinished) {}

    @Transactional
    Counts count(long baseline) {
        long[] cases = new long[2];
        Cases reading = new Cases(endsByItself(baseline), request -> {
            cases[0]++;
            cases[1] += request.tasks.size();
        });
        read(baseline, reading);
        return new Counts(cases[0], cases[1], reading.events, reading.repeated, reading.unfinished);
    }

    /** The cases of a log, in no order. */
    @Transactional(readOnly = true)
    List<StoredRequest> of(long baseline) {
        SoftReference<List<StoredRequest>> kept = read.get(baseline);
        List<StoredRequest> known = kept == null ? null : kept.get();
        if (known != null) {
            return known;
        }
        List<StoredRequest> all = new ArrayList<>();
        read(baseline, new Cases(endsByItself(baseline), all::add));
        read.put(baseline, new SoftReference<>(all));
        return all;
    }

    private boolean endsByItself(long baseline) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select ends_by_itself from baseline where id = ?", Boolean.class, baseline));
    }

    private void read(long baseline, Cases cases) {
        jdbc.query("""
                select case_key, at, kind, activity, same, row_number, ended_at, due, closes from baseline_event
                where baseline = ? order by case_key, at, kind, activity, same, row_number
                """, cases::row, baseline);
        cases.end();
    }

    /** Takes rows in the order of their cases. */
    private static final class Cases {

        private final boolean endsByItself;
        private final Consumer<StoredRequest> each;
        private final Map<String, Step> steps = new HashMap<>();
        private final Map<String, Deque<StoredTask>> begun = new HashMap<>();
        private final List<StoredTask> tasks = new ArrayList<>();
        private @Nullable UUID caseKey;
        private String lastRow = "";
        private int firstRow;
        private long openedAt;
        private long lastAt;
        private boolean closed;
        private long events;
        private long repeated;
        private long unfinished;

        /** @param endsByItself whether a case ends with its last event, since nothing says that it does */
        Cases(boolean endsByItself, Consumer<StoredRequest> each) {
            this.endsByItself = endsByItself;
            this.each = each;
        }

        void row(ResultSet row) throws SQLException {
            UUID key = row.getObject("case_key", UUID.class);
            if (!key.equals(caseKey)) {
                end();
                caseKey = key;
                firstRow = Integer.MAX_VALUE;
                openedAt = millis(row, "at");
                lastAt = openedAt;
                lastRow = "";
                closed = false;
            }
            String same = row.getLong("same") + " " + row.getInt("kind") + " " + row.getString("activity");
            if (same.equals(lastRow)) {
                repeated++;
                return;
            }
            lastRow = same;
            events++;
            take(row);
        }

        private void take(ResultSet row) throws SQLException {
            long at = millis(row, "at");
            long ended = row.getObject("ended_at") == null ? at : millis(row, "ended_at");
            String activity = row.getString("activity");
            firstRow = Math.min(firstRow, row.getInt("row_number"));
            lastAt = Math.max(lastAt, ended);
            closed |= row.getBoolean("closes");
            switch (KINDS[row.getInt("kind")]) {
                case START ->
                    begun.computeIfAbsent(activity, none -> new ArrayDeque<>()).add(task(row, activity, at));
                case WHOLE -> task(row, activity, at).endedAt = ended;
                case COMPLETE -> {
                    StoredTask open = earliest(activity);
                    (open == null ? task(row, activity, at) : due(row, open)).endedAt = ended;
                }
                case WITHDRAW -> {
                    StoredTask open = earliest(activity);
                    if (open != null) {
                        open.endedAt = ended;
                        open.withdrawn = true;
                    }
                }
                case OTHER -> {
                    // It only shows that the case went on.
                }
            }
        }

        private @Nullable StoredTask earliest(String activity) {
            Deque<StoredTask> open = begun.get(activity);
            return open == null ? null : open.poll();
        }

        private StoredTask task(ResultSet row, String activity, long at) throws SQLException {
            Step step = steps.computeIfAbsent(activity, name -> new Step("", name, name, false));
            StoredTask task = new StoredTask(new UUID(0, row.getInt("row_number")), "", step, at);
            tasks.add(task);
            return due(row, task);
        }

        private static StoredTask due(ResultSet row, StoredTask task) throws SQLException {
            if (row.getObject("due") != null && task.promises.count(Long.MAX_VALUE) == 0) {
                task.promises.add(task.createdAt, millis(row, "due"));
            }
            return task;
        }

        /** The last case is whole. */
        void end() {
            if (caseKey == null) {
                return;
            }
            StoredRequest request =
                    new StoredRequest(new RequestRef("CASE", firstRow), "", "", null, openedAt, false, false);
            request.seen(lastAt);
            if (closed || endsByItself) {
                request.endedAt = lastAt;
                request.delivered = true;
            }
            for (StoredTask task : tasks) {
                if (task.endedAt == TaskFact.OPEN && request.endedAt != TaskFact.OPEN) {
                    unfinished++;
                    task.endedAt = lastAt;
                    task.withdrawn = true;
                }
                request.seen(task.promises.last(Long.MAX_VALUE));
                request.tasks.add(task);
            }
            each.accept(request);
            tasks.clear();
            begun.clear();
        }

        private static long millis(ResultSet row, String column) throws SQLException {
            return Rows.instant(row, column).toEpochMilli();
        }
    }
}
