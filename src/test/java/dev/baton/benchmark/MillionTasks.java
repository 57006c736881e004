package dev.baton.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Three years of work, made up, as facts and in the engine's history alike: five tasks for each request, one after the
 * other, of which some end late and some dates are moved, and open ones besides.
 */
final class MillionTasks {

    private static final int TASKS_OF_ONE = 5;
    private static final int BATCH = 5_000;
    private static final Duration ALL = Duration.ofDays(3 * 365);

    private final Connection database;
    private final String definition;
    private final Random random = new Random(42);
    private final List<PreparedStatement> open = new ArrayList<>();
    private final PreparedStatement request;
    private final PreparedStatement requestFact;
    private final PreparedStatement task;
    private final PreparedStatement promise;
    private final PreparedStatement touch;
    private final PreparedStatement mail;
    private final PreparedStatement process;
    private final PreparedStatement history;
    private long mails = 1_000_000;

    private MillionTasks(Connection database, String definition) throws SQLException {
        this.database = database;
        this.definition = definition;
        request = prepared(
                "insert into request (ref, workflow, definition_id, title, requester, requester_name, owner,"
                        + " brief, opened_at, started_at, ended_at, made_up)"
                        + " values (?, 'flyer', ?, ?, 'petra@customer.example', 'Petra', 'nadia@example.com', '{}', ?, ?, ?, false)");
        requestFact = prepared("insert into fact_request (request, what, at, workflow, definition_id, team, made_up)"
                + " values (?, ?, ?, ?, ?, null, false)");
        task = prepared(
                "insert into fact_task (task_id, what, at, request, workflow, process_id, definition_id, step,"
                        + " holder, working_seconds, zone) values (?, ?, ?, ?, ?, ?, ?, ?, '0123456789abcdef0123', null, null)");
        promise = prepared("insert into fact_promise (request, task_id, due, zone, made_at, made_by, cause)"
                + " values (?, ?, ?, 'Europe/Berlin', ?, '0123456789abcdef0123', 'made')");
        touch = prepared("insert into fact_touch (request, task_id, what, outcome, pass, by_whom, at)"
                + " values (?, ?, 'decided', 'done', ?, '0123456789abcdef0123', ?)");
        mail = prepared("insert into fact_notification (mail, request, template, recipient, requester, sent_at)"
                + " values (?, ?, 'task', ?, ?, ?)");
        process =
                prepared("insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_,"
                        + " START_TIME_, END_TIME_, DURATION_, STATE_, ROOT_PROC_INST_ID_)"
                        + " values (?, ?, ?, 'flyer', ?, ?, ?, ?, ?, ?)");
        history = prepared("insert into ACT_HI_TASKINST (ID_, TASK_DEF_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_,"
                + " ROOT_PROC_INST_ID_, PROC_INST_ID_, NAME_, ASSIGNEE_, START_TIME_, END_TIME_, DURATION_, PRIORITY_,"
                + " DUE_DATE_, TASK_STATE_)"
                + " values (?, 'draw', 'flyer', ?, ?, ?, 'Draw the flyer', 'nadia@example.com', ?, ?, ?, 50, ?, ?)");
    }

    private PreparedStatement prepared(String insert) throws SQLException {
        PreparedStatement statement = database.prepareStatement(insert);
        open.add(statement);
        return statement;
    }

    /** A database with so many tasks that are done and so many that wait. */
    static Store with(int done, int waiting, String kind) {
        Store store = FilledStore.with(1, kind);
        String url = store.url() + (kind.equals("h2") ? "" : "&reWriteBatchedInserts=true");
        String definition = store.jdbc()
                .sql("select ID_ from ACT_RE_PROCDEF where KEY_ = 'flyer'")
                .query(String.class)
                .single();
        try (Connection database = DriverManager.getConnection(url, store.user(), store.password())) {
            database.setAutoCommit(false);
            new MillionTasks(database, definition).fill(done / TASKS_OF_ONE, waiting);
            database.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        if (!kind.equals("h2")) {
            store.jdbc().sql("analyze").update();
        }
        return store;
    }

    private void fill(int delivered, int waiting) throws SQLException {
        Instant begin = Instant.now().minus(ALL);
        long step = ALL.toMillis() / delivered;
        for (int number = 0; number < delivered + waiting; number++) {
            boolean ends = number < delivered;
            Instant at = ends
                    ? begin.plusMillis(step * number)
                    : Instant.now().minus(Duration.ofMinutes(random.nextInt(60 * 24 * 60)));
            work("FLYER-" + (number + 1_000), at, ends);
            if (number % BATCH == BATCH - 1) {
                send();
            }
        }
        send();
    }

    private void send() throws SQLException {
        for (PreparedStatement statement : open) {
            statement.executeBatch();
        }
        database.commit();
    }

    private void work(String ref, Instant openedAt, boolean ends) throws SQLException {
        String processId = id();
        add(requestFact, ref, "opened", openedAt, "flyer", definition);
        Instant at = openedAt;
        for (int number = 0; number < (ends ? TASKS_OF_ONE : 1); number++) {
            at = task(ref, processId, at, ends);
        }
        add(request, ref, definition, "Flyer of " + ref, openedAt, openedAt, ends ? at : null);
        add(promise, ref, null, openedAt.plus(Duration.ofDays(14)), openedAt);
        add(mail, mails++, ref, "recipient" + random.nextInt(300), true, openedAt);
        if (ends) {
            add(requestFact, ref, "delivered", at, null, null);
        }
        add(
                process,
                processId,
                processId,
                ref,
                definition,
                utc(openedAt),
                ends ? utc(at) : null,
                ends ? Duration.between(openedAt, at).toMillis() : null,
                ends ? "COMPLETED" : "ACTIVE",
                processId);
    }

    private Instant task(String ref, String processId, Instant at, boolean ends) throws SQLException {
        String task = id();
        Instant due = at.plus(Duration.ofDays(1));
        Instant end = at.plus(Duration.ofMinutes((long) (600 * Math.exp(random.nextGaussian()))));
        add(this.task, task, "created", at, ref, "flyer", processId, definition, "draw");
        add(promise, ref, task, due, at);
        if (random.nextInt(10) == 0) {
            due = due.plus(Duration.ofDays(2));
            add(promise, ref, task, due, at.plus(Duration.ofHours(2)));
        }
        add(mail, mails++, ref, "recipient" + random.nextInt(300), false, at);
        if (ends) {
            add(this.task, task, "done", end, ref, null, null, null, null);
            add(touch, ref, task, task, end);
        }
        add(
                history,
                task,
                definition,
                processId,
                processId,
                utc(at),
                ends ? utc(end) : null,
                ends ? Duration.between(at, end).toMillis() : null,
                utc(due),
                ends ? "Completed" : "Init");
        return end;
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** The engine's columns have no zone. */
    private static LocalDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDateTime();
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            statement.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
        statement.addBatch();
    }
}
