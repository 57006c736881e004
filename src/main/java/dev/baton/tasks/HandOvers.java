package dev.baton.tasks;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The table of who was given what. */
@Component
class HandOvers {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    HandOvers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Gives the task to the person; the mail that says so is queued in the same transaction. */
    HandOver give(Task task, EmailAddress person, Cause cause, @Nullable EmailAddress giver) {
        return give(task, person, cause, giver, null);
    }

    /** The same with words for the person, which stay with the task as long as it is theirs. */
    HandOver give(
            Task task, EmailAddress person, Cause cause, @Nullable EmailAddress giver, HandOver.@Nullable Note note) {
        String code = freshCode();
        Instant now = clock.instant();
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into hand_over (task_id, ref, person, cause, giver, reply_code, mailed_at, note_by, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Rows.values(
                        task.id(),
                        task.request().toString(),
                        person.value(),
                        cause.name(),
                        giver == null ? null : giver.value(),
                        code,
                        now,
                        note == null ? null : note.by().value(),
                        note == null ? null : note.text()))
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey()).longValue();
        return new HandOver(id, task.id(), task.request(), person, cause, giver, note, code, now, null);
    }

    /** From now on the task is nobody's that it was given to before. */
    void withdraw(String taskId) {
        jdbc.sql("update hand_over set withdrawn_at = ? where task_id = ? and withdrawn_at is null")
                .params(Rows.values(clock.instant(), taskId))
                .update();
    }

    Optional<HandOver> find(long id) {
        return jdbc.sql("select * from hand_over where id = ?")
                .param(id)
                .query(HandOvers::handOver)
                .optional();
    }

    Optional<HandOver> byReplyCode(String code) {
        return jdbc.sql("select * from hand_over where reply_code = ?")
                .param(code)
                .query(HandOvers::handOver)
                .optional();
    }

    /** Everybody the task was ever given to, first given first. */
    List<HandOver> of(String taskId) {
        return jdbc.sql("select * from hand_over where task_id = ? order by id")
                .param(taskId)
                .query(HandOvers::handOver)
                .list();
    }

    /** Those the task is with now, whoever only answers for it not among them. */
    List<HandOver> holders(String taskId) {
        return of(taskId).stream().filter(HandOver::doesTheWork).toList();
    }

    /** The same for each of these tasks that is with somebody. */
    Map<String, List<HandOver>> holders(Collection<String> taskIds) {
        return taskIds.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select * from hand_over where task_id in (:ids) and withdrawn_at is null order by id")
                        .param("ids", taskIds)
                        .query(HandOvers::handOver)
                        .list()
                        .stream()
                        .filter(HandOver::doesTheWork)
                        .collect(Collectors.groupingBy(HandOver::taskId));
    }

    /** The same for all tasks that were open at that moment, and whom they were with then. */
    Map<String, List<HandOver>> holders(Instant at) {
        return jdbc
                .sql("""
                        select h.* from task t join hand_over h on h.task_id = t.task_id
                        where t.opened_at <= :at and (t.ended_at is null or t.ended_at > :at)
                            and h.mailed_at <= :at and (h.withdrawn_at is null or h.withdrawn_at > :at)
                            and h.cause <> :escalated
                        order by h.id
                        """)
                .param("at", Rows.at(at))
                .param("escalated", Cause.ESCALATED.name())
                .query(HandOvers::handOver)
                .list()
                .stream()
                .collect(Collectors.groupingBy(HandOver::taskId));
    }

    /** What is with the person now, first given first. */
    List<HandOver> heldBy(EmailAddress person) {
        return jdbc.sql("select * from hand_over where person = ? and withdrawn_at is null order by id")
                .param(person.value())
                .query(HandOvers::handOver)
                .list();
    }

    private static String freshCode() {
        byte[] bits = new byte[10];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    private static HandOver handOver(ResultSet row, int number) throws SQLException {
        String giver = row.getString("giver");
        String note = row.getString("note");
        return new HandOver(
                row.getLong("id"),
                row.getString("task_id"),
                RequestRef.of(row.getString("ref")),
                EmailAddress.of(row.getString("person")),
                Cause.valueOf(row.getString("cause")),
                giver == null ? null : EmailAddress.of(giver),
                note == null ? null : new HandOver.Note(EmailAddress.of(row.getString("note_by")), note),
                row.getString("reply_code"),
                Rows.instant(row, "mailed_at"),
                Rows.instantOrNull(row, "withdrawn_at"));
    }
}
