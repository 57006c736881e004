package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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
        raise(request, taskId, waitsOn, null, what, by);
    }

    /** The same for what waits for another request; {@link Dependencies} sees to it that there is no circle. */
    void raise(
            RequestRef request,
            @Nullable String taskId,
            String waitsOn,
            @Nullable RequestRef waitsFor,
            String what,
            EmailAddress by) {
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into blocker (ref, task_id, waits_on, waits_for, what, raised_by, raised_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Rows.values(
                        request.toString(),
                        taskId,
                        waitsOn,
                        waitsFor == null ? null : waitsFor.toString(),
                        what,
                        by.value(),
                        now))
                .update();
        events.publishEvent(new RequestEvent.Blocked(request, taskId, by, now));
    }

    /**
     * The blocker holds no longer; lifting it twice changes nothing.
     *
     * @return whether it held until now
     */
    public boolean lift(long id, EmailAddress by) {
        return lift(Lifting.SAID, by, "id = ?", id) == 1;
    }

    /** The same by somebody else than who waits, who is told of it: {@link BlockerLifted}. */
    @Transactional
    public void outOfTheWay(Blocker blocker, EmailAddress by) {
        if (lift(blocker.id(), by)) {
            events.publishEvent(new BlockerLifted(blocker, by));
        }
    }

    /** A task that is done or withdrawn waits for nothing any more. */
    public void liftOfTask(RequestRef request, String taskId, EmailAddress by) {
        lift(Lifting.OVER, by, "ref = ? and task_id = ?", request.toString(), taskId);
    }

    /** A request that is over waits for nothing any more. */
    void liftOf(RequestRef request, EmailAddress by) {
        lift(Lifting.OVER, by, "ref = ?", request.toString());
    }

    /** The request is delivered; what waited for it can go on. */
    void liftWaitingFor(RequestRef request, EmailAddress by) {
        lift(Lifting.DELIVERED, by, "waits_for = ?", request.toString());
    }

    private int lift(Lifting because, EmailAddress by, String where, Object... params) {
        List<Object> values = new ArrayList<>(Rows.values(clock.instant(), by.value(), because.word()));
        values.addAll(List.of(params));
        return jdbc.sql(
                        "update blocker set lifted_at = ?, lifted_by = ?, lifted_because = ? where lifted_at is null and "
                                + where)
                .params(values)
                .update();
    }

    /** What waits for this request now, longest first. */
    List<Blocker> waitingFor(RequestRef request) {
        return jdbc.sql("select * from blocker where waits_for = ? and lifted_at is null order by id")
                .param(request.toString())
                .query(Blockers::blocker)
                .list();
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
        String waitsFor = row.getString("waits_for");
        return new Blocker(
                row.getLong("id"),
                RequestRef.of(row.getString("ref")),
                row.getString("task_id"),
                row.getString("waits_on"),
                waitsFor == null ? null : RequestRef.of(waitsFor),
                row.getString("what"),
                EmailAddress.of(row.getString("raised_by")),
                Rows.instant(row, "raised_at"),
                Rows.instantOrNull(row, "lifted_at"));
    }
}
