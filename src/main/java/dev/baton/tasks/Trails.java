package dev.baton.tasks;

import dev.baton.shared.RequestRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How requests went from task to task, for whoever looks at many of them at once. */
@Component
public class Trails {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;

    Trails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A task that a request came to and that has ended.
     *
     * @param taskId the engine's id
     * @param task the task's id in its model
     * @param outcome value of what was decided; null where the model took the task away before
     * @param label the words of the button; null likewise
     */
    public record Passed(
            RequestRef request,
            String taskId,
            String task,
            @Nullable String outcome,
            @Nullable String label) {}

    /** The tasks of these requests, in the order in which they were decided or taken away. */
    public Map<RequestRef, List<Passed>> of(Collection<RequestRef> requests) {
        List<String> refs = requests.stream().map(RequestRef::toString).toList();
        Map<RequestRef, List<Passed>> trails = new LinkedHashMap<>();
        for (int from = 0; from < refs.size(); from += AT_ONCE) {
            trails.putAll(read(refs.subList(from, Math.min(refs.size(), from + AT_ONCE))));
        }
        return trails;
    }

    private Map<RequestRef, List<Passed>> read(List<String> refs) {
        return jdbc.sql("""
                        select t.ref, t.task_id, t.task_key, d.outcome, d.label
                        from task t left join decision d on d.task_id = t.task_id
                        where t.ref in (:refs) and t.ended_at is not null
                        order by coalesce(d.decided_at, t.ended_at), t.number
                        """).param("refs", refs).query(Trails::passed).list().stream()
                .collect(Collectors.groupingBy(Passed::request, LinkedHashMap::new, Collectors.toList()));
    }

    private static Passed passed(ResultSet row, int number) throws SQLException {
        return new Passed(
                RequestRef.of(row.getString("ref")),
                row.getString("task_id"),
                row.getString("task_key"),
                row.getString("outcome"),
                row.getString("label"));
    }
}
