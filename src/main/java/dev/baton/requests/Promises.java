package dev.baton.requests;

import dev.baton.people.People;
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

/** Every due date ever promised, of requests and of tasks. Rows are added and never changed, so the first is kept. */
@Component
public class Promises {

    private final JdbcClient jdbc;
    private final RequestRows requests;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Promises(JdbcClient jdbc, RequestRows requests, People people, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a promise; from now on it is the one that holds.
     *
     * @param taskId the task it is for; null for the whole request
     * @param reason why the date moved; null for a first promise
     */
    public void make(
            RequestRef request, @Nullable String taskId, Instant due, EmailAddress by, @Nullable String reason) {
        if (taskId == null) {
            requests.promised(request);
        }
        Instant now = clock.instant();
        jdbc.sql("insert into promise (ref, task_id, due, made_by, reason, made_at) values (?, ?, ?, ?, ?, ?)")
                .params(Rows.values(request.toString(), taskId, due, by.value(), reason, now))
                .update();
        events.publishEvent(new RequestEvent.Promised(request, taskId, due, by, reason != null, now));
    }

    /**
     * Promises delivery in the working time of the request's owner.
     *
     * @param text as a model says it: an ISO date, date-time or duration, {@code P10D} for ten working days
     * @return the request as it is now
     * @throws IllegalArgumentException if it is none of these
     */
    Request settle(Request request, String text) {
        Instant due = people.calendarOf(request.owner()).due(text, clock.instant());
        if (due.equals(request.promisedAt())) {
            return request;
        }
        String reason = request.promisedAt() == null ? null : "The workflow settled another date.";
        make(request.ref(), null, due, request.owner(), reason);
        return request.promised(due);
    }

    /** All promises of the request itself, first made first. */
    public List<Promise> of(RequestRef request) {
        return jdbc.sql("select * from promise where ref = ? and task_id is null order by id")
                .param(request.toString())
                .query(Promises::promise)
                .list();
    }

    /** All promises of the request's tasks, first made first. */
    public List<Promise> ofTasks(RequestRef request) {
        return jdbc.sql("select * from promise where ref = ? and task_id is not null order by id")
                .param(request.toString())
                .query(Promises::promise)
                .list();
    }

    /** All promises of one task, first made first. */
    public List<Promise> ofTask(RequestRef request, String taskId) {
        return jdbc.sql("select * from promise where ref = ? and task_id = ? order by id")
                .params(Rows.values(request.toString(), taskId))
                .query(Promises::promise)
                .list();
    }

    /** Every promise there is, for the measures: in the order they were made, from this id on. */
    public List<Promise> after(long id, int size) {
        return jdbc.sql("select * from promise where id > ? order by id fetch first " + size + " rows only")
                .param(id)
                .query(Promises::promise)
                .list();
    }

    private static Promise promise(ResultSet row, int number) throws SQLException {
        return new Promise(
                row.getLong("id"),
                RequestRef.of(row.getString("ref")),
                row.getString("task_id"),
                Rows.instant(row, "due"),
                EmailAddress.of(row.getString("made_by")),
                row.getString("reason"),
                Rows.instant(row, "made_at"));
    }
}
