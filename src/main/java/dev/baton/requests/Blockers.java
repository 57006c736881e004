package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What holds requests up, and what held them up before. */
@Component
public class Blockers {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Blockers(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** From now on the task, or the whole request where no task is named, waits. */
    public void raise(RequestRef request, @Nullable String taskId, String waitsOn, String what, EmailAddress by) {
        Instant now = clock.instant();
        jdbc.sql("insert into blocker (ref, task_id, waits_on, what, raised_by, raised_at) values (?, ?, ?, ?, ?, ?)")
                .params(Rows.values(request.toString(), taskId, waitsOn, what, by.value(), now))
                .update();
        events.publishEvent(new RequestEvent.Blocked(request, taskId, by, now));
    }

    /**
     * The blocker holds no longer; lifting it twice changes nothing.
     *
     * @return whether it held until now
     */
    public boolean lift(long id, EmailAddress by) {
        return jdbc.sql("update blocker set lifted_at = ?, lifted_by = ? where id = ? and lifted_at is null")
                        .params(Rows.values(clock.instant(), by.value(), id))
                        .update()
                == 1;
    }

    /** A task that is done or withdrawn waits for nothing any more. */
    public void liftOfTask(RequestRef request, String taskId, EmailAddress by) {
        jdbc.sql("update blocker set lifted_at = ?, lifted_by = ? where ref = ? and task_id = ? and lifted_at is null")
                .params(Rows.values(clock.instant(), by.value(), request.toString(), taskId))
                .update();
    }

    /** What holds the request up now, longest first. */
    public List<Blocker> of(RequestRef request) {
        return jdbc.sql("select * from blocker where ref = ? and lifted_at is null order by id")
                .param(request.toString())
                .query(Blockers::blocker)
                .list();
    }

    /** Everything that holds any open request up now, longest first. */
    public List<Blocker> all() {
        return jdbc.sql("select * from blocker where lifted_at is null order by id")
                .query(Blockers::blocker)
                .list();
    }

    private static Blocker blocker(ResultSet row, int number) throws SQLException {
        return new Blocker(
                row.getLong("id"),
                RequestRef.of(row.getString("ref")),
                row.getString("task_id"),
                row.getString("waits_on"),
                row.getString("what"),
                EmailAddress.of(row.getString("raised_by")),
                Rows.instant(row, "raised_at"),
                Rows.instantOrNull(row, "lifted_at"));
    }
}
