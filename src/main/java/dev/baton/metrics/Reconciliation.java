package dev.baton.metrics;

import dev.baton.engine.HistoryCleanup;
import dev.baton.engine.PastTask;
import dev.baton.engine.WorkHistory;
import dev.baton.shared.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the facts with the engine's history, task by task, adds what is missing and says what is different. What was
 * compared once is not compared again. Only when both agree may the engine forget what is old.
 */
@Component
class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    /** A transaction may commit a while after what it writes down. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private final WorkHistory history;
    private final HistoryCleanup cleanup;
    private final FactRecorder recorder;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reconciliation(
            WorkHistory history,
            HistoryCleanup cleanup,
            FactRecorder recorder,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.history = history;
        this.cleanup = cleanup;
        this.recorder = recorder;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What came of a comparison.
     *
     * @param compared tasks that have ended since the last time, and those that are open
     * @param added tasks of which the facts did not have all, and have now
     * @param different tasks of which both say something else; the facts are left as they are
     */
    record Result(Instant at, long compared, long added, long different) {

        private Result and(Result other) {
            return new Result(at, compared + other.compared, added + other.added, different + other.different);
        }
    }

    /** What came of the last comparison; nothing if there was none. */
    Optional<Result> last() {
        return jdbc.sql("select * from fact_reconciled where id = 1")
                .query((row, number) -> new Result(
                        Rows.instant(row, "checked_at"),
                        row.getLong("compared"),
                        row.getLong("added"),
                        row.getLong("different")))
                .optional();
    }

    /** Compares, and lets the engine clean up where all is well. */
    void nightly() {
        Result result = reconcile();
        if (result.different() == 0) {
            cleanup.begin();
        } else {
            log.error("Facts and history of {} tasks differ; the history is not cleaned up", result.different());
        }
    }

    Result reconcile() {
        Instant now = clock.instant();
        Instant until = now.minus(SETTLED);
        Result open = inOne(() -> compare(history.open(until), now));
        Result all = new Result(now, 0, 0, 0).and(open);
        List<PastTask> page = List.of();
        do {
            Instant after = page.isEmpty() ? comparedUntil() : endOf(page.get(page.size() - 1));
            String afterId =
                    page.isEmpty() ? comparedTask() : page.get(page.size() - 1).id();
            List<PastTask> ended = history.ended(after, afterId, until);
            all = all.and(inOne(() -> compare(ended, now)));
            page = ended;
            PastTask last = page.isEmpty() ? null : page.get(page.size() - 1);
            keep(last == null ? after : endOf(last), last == null ? afterId : last.id(), all);
        } while (!page.isEmpty());
        if (all.added() > 0) {
            log.warn("The facts lacked something of {} of {} tasks and have it now", all.added(), all.compared());
        }
        return all;
    }

    private Result inOne(Supplier<Result> comparing) {
        return Objects.requireNonNull(transaction.execute(status -> comparing.get()));
    }

    private Result compare(List<PastTask> tasks, Instant now) {
        long added = 0;
        long different = 0;
        for (int from = 0; from < tasks.size(); from += 1_000) {
            List<PastTask> some = tasks.subList(from, Math.min(tasks.size(), from + 1_000));
            Map<String, Life> known = lives(some);
            for (PastTask task : some) {
                Life life = known.getOrDefault(task.id(), Life.NONE);
                added += add(task, life) ? 1 : 0;
                different += life.differs(task) ? 1 : 0;
            }
        }
        return new Result(now, tasks.size(), added, different);
    }

    private boolean add(PastTask task, Life life) {
        boolean begins = life.createdAt == null;
        boolean ends = life.endedAt == null && task.endedAt() != null;
        if (begins) {
            recorder.created(task);
        }
        if (ends) {
            recorder.ended(task);
        }
        return begins || ends;
    }

    private Map<String, Life> lives(List<PastTask> tasks) {
        Map<String, Life> lives = new HashMap<>();
        jdbc.sql("""
                        select task_id, what, at from fact_task
                        where task_id in (:ids) and what in ('created', 'done', 'withdrawn') order by id
                        """).param("ids", tasks.stream().map(PastTask::id).toList()).query(row -> {
            Instant at = Rows.instant(row, "at");
            TaskEvent event = TaskEvent.of(row.getString("what"));
            lives.merge(
                    row.getString("task_id"),
                    event == TaskEvent.CREATED
                            ? new Life(at, null, false)
                            : new Life(null, at, event == TaskEvent.WITHDRAWN),
                    Life::and);
        });
        return lives;
    }

    /** What the facts say of a task. */
    private record Life(
            @Nullable Instant createdAt, @Nullable Instant endedAt, boolean withdrawn) {

        static final Life NONE = new Life(null, null, false);

        Life and(Life later) {
            return new Life(
                    createdAt == null ? later.createdAt : createdAt,
                    later.endedAt == null ? endedAt : later.endedAt,
                    withdrawn || later.withdrawn);
        }

        boolean differs(PastTask task) {
            return createdAt != null && !same(createdAt, task.createdAt())
                    || endedAt != null
                            && (task.endedAt() == null
                                    || !same(endedAt, task.endedAt())
                                    || withdrawn != task.withdrawn());
        }

        private static boolean same(Instant one, Instant other) {
            return one.toEpochMilli() == other.toEpochMilli();
        }
    }

    private Instant comparedUntil() {
        return jdbc.sql("select ended_until from fact_reconciled where id = 1")
                .query((row, number) -> Rows.instant(row, "ended_until"))
                .optional()
                .orElse(Instant.EPOCH);
    }

    private String comparedTask() {
        return jdbc.sql("select ended_task from fact_reconciled where id = 1")
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static Instant endOf(PastTask task) {
        return Objects.requireNonNull(task.endedAt());
    }

    private void keep(Instant until, String task, Result result) {
        List<?> values = Rows.values(until, task, result.at(), result.compared(), result.added(), result.different());
        int kept = jdbc.sql("update fact_reconciled set ended_until = ?, ended_task = ?, checked_at = ?, compared = ?,"
                        + " added = ?, different = ? where id = 1")
                .params(values)
                .update();
        if (kept == 0) {
            jdbc.sql("insert into fact_reconciled (ended_until, ended_task, checked_at, compared, added, different, id)"
                            + " values (?, ?, ?, ?, ?, ?, 1)")
                    .params(values)
                    .update();
        }
    }
}
