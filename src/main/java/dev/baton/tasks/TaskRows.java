package dev.baton.tasks;

import dev.baton.engine.spi.OpenTask;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The table of tasks. Until when a task is wanted stands with the promises, so that it stands once. */
@Component
class TaskRows {

    private static final int LONGEST_NAME = 300;
    private static final String SELECT = """
            select t.*,
                (select p.due from promise p where p.ref = t.ref and p.task_id = t.task_id
                    order by p.id desc fetch first 1 rows only) as due_at
            from task t
            """;

    private final JdbcClient jdbc;

    TaskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param nextNudge when somebody is first to be reminded of the task; null for never */
    Task insert(OpenTask opened, @Nullable Instant nextNudge) {
        String name =
                opened.name().substring(0, Math.min(LONGEST_NAME, opened.name().length()));
        EmailAddress assignee = Optional.ofNullable(opened.assignee())
                .flatMap(EmailAddress::parse)
                .orElse(null);
        KeyHolder number = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into task (task_id, ref, process_id, definition_id, task_key, name, round, assignee,
                            opened_at, withdrawn, next_nudge_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, false, ?)
                        """)
                .params(Rows.values(
                        opened.id(),
                        opened.request().toString(),
                        opened.processInstance(),
                        opened.definitionId(),
                        opened.key(),
                        name,
                        opened.round(),
                        assignee == null ? null : assignee.value(),
                        opened.createdAt(),
                        nextNudge))
                .update(number, "number");
        return new Task(
                Objects.requireNonNull(number.getKeyAs(Long.class)),
                opened.id(),
                opened.request(),
                opened.processInstance(),
                opened.definitionId(),
                opened.key(),
                name,
                opened.round(),
                assignee,
                opened.createdAt(),
                opened.dueAt(),
                null,
                false);
    }

    void assign(String taskId, EmailAddress to) {
        jdbc.sql("update task set assignee = ? where task_id = ?")
                .params(to.value(), taskId)
                .update();
    }

    /** Locks the open tasks of a process instance until the transaction ends. */
    void lockOpen(RequestRef request, String processId) {
        jdbc.sql("select number from task where ref = ? and process_id = ? and ended_at is null order by number"
                        + " for update")
                .params(request.toString(), processId)
                .query(Long.class)
                .list();
    }

    /** The open tasks of this step stand in another version now, where the step may have another id. */
    void moved(RequestRef request, String processId, String taskKey, String definitionId, String newKey) {
        jdbc.sql("update task set definition_id = ?, task_key = ? where ref = ? and process_id = ? and task_key = ?"
                        + " and definition_id <> ? and ended_at is null")
                .params(definitionId, newKey, request.toString(), processId, taskKey, definitionId)
                .update();
    }

    void ended(String taskId, boolean withdrawn, Instant now) {
        jdbc.sql("update task set ended_at = ?, withdrawn = ?, next_nudge_at = null where task_id = ?")
                .params(Rows.values(now, withdrawn, taskId))
                .update();
    }

    Optional<Task> find(String taskId) {
        return jdbc.sql(SELECT + " where t.task_id = ?")
                .param(taskId)
                .query(TaskRows::task)
                .optional();
    }

    Task get(String taskId) {
        return find(taskId).orElseThrow(() -> new IllegalStateException("There is no task " + taskId));
    }

    /** Locks the task until the transaction ends, so that of two answers at once the second sees the first. */
    Task lock(String taskId) {
        jdbc.sql("select number from task where task_id = ? for update")
                .param(taskId)
                .query(Long.class)
                .single();
        return get(taskId);
    }

    List<Task> open(TaskFilter filter, long after, int size) {
        StringBuilder where = new StringBuilder(" where t.ended_at is null and t.number > :after");
        Map<String, Object> params = new HashMap<>();
        params.put("after", after);
        RequestRef request = filter.request();
        if (request != null) {
            where.append(" and t.ref = :ref");
            params.put("ref", request.toString());
        }
        EmailAddress person = filter.person();
        if (person != null) {
            where.append(" and t.task_id in (select h.task_id from hand_over h"
                    + " where h.person = :person and h.withdrawn_at is null)");
            params.put("person", person.value());
        }
        return jdbc.sql(SELECT + where + " order by t.number fetch first " + size + " rows only")
                .params(params)
                .query(TaskRows::task)
                .list();
    }

    /** Writes down when somebody is next to be reminded of the task; null for never. */
    void nextNudge(String taskId, @Nullable Instant at) {
        jdbc.sql("update task set next_nudge_at = ? where task_id = ?")
                .params(Rows.values(at, taskId))
                .update();
    }

    Optional<Instant> nextNudge(RequestRef request) {
        return jdbc.sql("select next_nudge_at from task where ref = ? and next_nudge_at is not null"
                        + " order by next_nudge_at fetch first 1 rows only")
                .param(request.toString())
                .query((row, number) -> Rows.instant(row, "next_nudge_at"))
                .optional();
    }

    Map<String, String> usualOutcomes(String workflow) {
        Map<String, String> usual = new HashMap<>();
        jdbc.sql("""
                        select t.task_key, d.outcome, count(*) as times from task t
                            join decision d on d.task_id = t.task_id
                            join request r on r.ref = t.ref
                        where r.workflow = ?
                        group by t.task_key, d.outcome order by times desc, d.outcome
                        """).param(workflow).query(row -> {
            usual.putIfAbsent(row.getString("task_key"), row.getString("outcome"));
        });
        return Map.copyOf(usual);
    }

    void nudged(String taskId, Instant at) {
        jdbc.sql("update task set nudged_at = ? where task_id = ?")
                .params(Rows.values(at, taskId))
                .update();
    }

    Optional<Instant> lastNudge(String taskId) {
        return jdbc.sql("select nudged_at from task where task_id = ? and nudged_at is not null")
                .param(taskId)
                .query((row, number) -> Rows.instant(row, "nudged_at"))
                .optional();
    }

    /** Tasks of which somebody is to be reminded now, longest due first. */
    List<String> toNudge(Instant now, int size) {
        return jdbc.sql("select task_id from task where next_nudge_at <= ? order by next_nudge_at fetch first " + size
                        + " rows only")
                .params(Rows.values(now))
                .query(String.class)
                .list();
    }

    /** Locks the task if it is still to be nudged and no other node is at it. */
    Optional<Task> claimNudge(String taskId, Instant now) {
        return jdbc.sql("select number from task where task_id = ? and next_nudge_at <= ? for update skip locked")
                .params(Rows.values(taskId, now))
                .query(Long.class)
                .optional()
                .map(number -> get(taskId));
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        String assignee = row.getString("assignee");
        return new Task(
                row.getLong("number"),
                row.getString("task_id"),
                RequestRef.of(row.getString("ref")),
                row.getString("process_id"),
                row.getString("definition_id"),
                row.getString("task_key"),
                row.getString("name"),
                row.getString("round"),
                assignee == null ? null : EmailAddress.of(assignee),
                Rows.instant(row, "opened_at"),
                Rows.instantOrNull(row, "due_at"),
                Rows.instantOrNull(row, "ended_at"),
                row.getBoolean("withdrawn"));
    }
}
