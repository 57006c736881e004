package dev.baton.bench;

import dev.baton.engine.Hindrance;
import dev.baton.engine.Obstacle;
import dev.baton.engine.Standing;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of moves. */
@Component
class MoveRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MoveRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long insert(String workflow, String from, String to, Map<String, String> steps, EmailAddress author, Instant now) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("insert into bench_move (workflow, from_id, to_id, steps, author, begun_at) values (?, ?, ?, ?, ?, ?)")
                .params(Rows.values(workflow, from, to, json.writeValueAsString(steps), author.value(), now))
                .update(id, "id");
        return Objects.requireNonNull(id.getKeyAs(Long.class));
    }

    Optional<Move> find(long id) {
        return jdbc.sql("select * from bench_move where id = ?")
                .param(id)
                .query(this::move)
                .optional();
    }

    /** The move away from this version that has not come to its end. */
    Optional<Move> running(String from) {
        return jdbc.sql("select * from bench_move where from_id = ? and ended_at is null order by id desc"
                        + " fetch first 1 rows only")
                .param(from)
                .query(this::move)
                .optional();
    }

    List<Move> of(String workflow) {
        return jdbc.sql("select * from bench_move where workflow = ? order by id desc fetch first 20 rows only")
                .param(workflow)
                .query(this::move)
                .list();
    }

    void ended(long id, Instant now) {
        jdbc.sql("update bench_move set ended_at = ? where id = ? and ended_at is null")
                .params(Rows.values(now, id))
                .update();
    }

    Set<String> done(long id) {
        return new HashSet<>(jdbc.sql("select process_id from bench_move_work where move_id = ?")
                .param(id)
                .query(String.class)
                .list());
    }

    /** @param obstacle what kept the work where it is; null if it was moved */
    void record(long id, Standing work, @Nullable Obstacle obstacle) {
        jdbc.sql("insert into bench_move_work (move_id, process_id, ref, why, step) values (?, ?, ?, ?, ?)")
                .params(Rows.values(
                        id,
                        work.processId(),
                        work.request().toString(),
                        obstacle == null ? null : obstacle.why().name(),
                        obstacle == null ? null : obstacle.step()))
                .update();
    }

    int moved(long id) {
        return jdbc.sql("select count(*) from bench_move_work where move_id = ? and why is null")
                .param(id)
                .query(Integer.class)
                .single();
    }

    int stayedAtAll(long id) {
        return jdbc.sql("select count(*) from bench_move_work where move_id = ? and why is not null")
                .param(id)
                .query(Integer.class)
                .single();
    }

    List<MoveProgress.Stayed> stayed(long id) {
        return jdbc.sql("select * from bench_move_work where move_id = ? and why is not null order by ref"
                        + " fetch first 100 rows only")
                .param(id)
                .query((row, number) -> new MoveProgress.Stayed(
                        RequestRef.of(row.getString("ref")),
                        Hindrance.valueOf(row.getString("why")),
                        row.getString("step")))
                .list();
    }

    private Move move(ResultSet row, int number) throws SQLException {
        return new Move(
                row.getLong("id"),
                row.getString("workflow"),
                row.getString("from_id"),
                row.getString("to_id"),
                json.readValue(row.getString("steps"), new TypeReference<Map<String, String>>() {}),
                EmailAddress.of(row.getString("author")),
                Rows.instant(row, "begun_at"),
                Rows.instantOrNull(row, "ended_at"));
    }
}
