package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was decided, one decision for each task at most: the task's id is the key. */
@Component
public class Decisions {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Decisions(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Records the decision, in the transaction that completes the task.
     *
     * @throws org.springframework.dao.DuplicateKeyException if somebody has decided on this task already
     */
    public void record(Decision decision) {
        EmailAddress forWhom = decision.forWhom();
        jdbc.sql("""
                        insert into decision (task_id, ref, process_id, round, task_name, outcome, label, remark,
                            decided_by, for_whom, decided_at, evidence)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Rows.values(
                        decision.taskId(),
                        decision.request().toString(),
                        decision.processId(),
                        decision.round(),
                        Texts.atMost(300, decision.taskName()),
                        decision.outcome(),
                        Texts.atMost(200, decision.label()),
                        decision.remark(),
                        decision.by().value(),
                        forWhom == null ? null : forWhom.value(),
                        decision.at(),
                        Texts.atMost(1000, decision.evidence())))
                .update();
        events.publishEvent(new RequestEvent.Decided(decision));
    }

    /** What was decided on this task, if anything was. */
    public Optional<Decision> onTask(String taskId) {
        return jdbc.sql("select * from decision where task_id = ?")
                .param(taskId)
                .query(Decisions::decision)
                .optional();
    }

    /** All decisions of the request, oldest first. */
    public List<Decision> of(RequestRef request) {
        return jdbc.sql("select * from decision where ref = ? order by decided_at, task_id")
                .param(request.toString())
                .query(Decisions::decision)
                .list();
    }

    /** How often each outcome was chosen in the latest round of votes of this process instance. */
    Map<String, Integer> votes(String processId) {
        List<Decision> decided = jdbc.sql(
                        "select * from decision where process_id = ? and round is not null order by decided_at desc")
                .param(processId)
                .query(Decisions::decision)
                .list();
        Map<String, Integer> votes = new LinkedHashMap<>();
        decided.stream()
                .filter(decision ->
                        String.valueOf(decision.round()).equals(decided.get(0).round()))
                .forEach(decision -> votes.merge(decision.outcome(), 1, Integer::sum));
        return votes;
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        String forWhom = row.getString("for_whom");
        return new Decision(
                row.getString("task_id"),
                RequestRef.of(row.getString("ref")),
                row.getString("process_id"),
                row.getString("round"),
                row.getString("task_name"),
                row.getString("outcome"),
                row.getString("label"),
                row.getString("remark"),
                EmailAddress.of(row.getString("decided_by")),
                forWhom == null ? null : EmailAddress.of(forWhom),
                Rows.instant(row, "decided_at"),
                row.getString("evidence"));
    }
}
