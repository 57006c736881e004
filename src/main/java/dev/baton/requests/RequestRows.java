package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.OncePerTransaction;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of requests. */
@Component
class RequestRows {

    private static final String SELECT = """
            select r.*,
                (select p.due from promise p where p.ref = r.ref and p.task_id is null
                    order by p.id desc fetch first 1 rows only) as promised_at,
                (select p.due from promise p where p.ref = r.ref and p.task_id is null
                    order by p.id fetch first 1 rows only) as first_promised_at
            from request r
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final OncePerTransaction<RequestRef, Optional<Request>> found = new OncePerTransaction<>();

    RequestRows(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
    }

    /** A request whose brief is complete begins with its row. */
    void insert(RequestRef ref, NewRequest asked, EmailAddress owner, Instant now) {
        found.forget(ref);
        boolean complete = asked.missing().isEmpty();
        jdbc.sql("""
                        insert into request (ref, workflow, definition_id, title, requester, requester_name, owner,
                            campaign, brief, opened_at, asked_at, started_at, made_up)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Rows.values(
                        ref.toString(),
                        asked.workflow().key(),
                        complete ? asked.workflow().definitionId() : null,
                        Texts.atMost(300, asked.title()),
                        asked.requester().value(),
                        Texts.atMost(200, asked.requesterName()),
                        owner.value(),
                        asked.campaign() == null ? null : Texts.atMost(200, asked.campaign()),
                        json.writeValueAsString(asked.brief()),
                        now,
                        complete ? null : now,
                        complete ? now : null,
                        asked.madeUp()))
                .update();
        events.publishEvent(new RequestEvent.Opened(
                ref, asked.workflow().key(), complete ? asked.workflow().definitionId() : null, asked.madeUp(), now));
    }

    void started(RequestRef ref, String definitionId, Instant now) {
        found.forget(ref);
        jdbc.sql("update request set definition_id = ?, started_at = ? where ref = ?")
                .params(Rows.values(definitionId, now, ref.toString()))
                .update();
        events.publishEvent(new RequestEvent.InVersion(ref, definitionId, now));
    }

    /** Whether the request was in that version, and is in the other now. */
    boolean moved(RequestRef ref, String from, String to, Instant now) {
        found.forget(ref);
        boolean moved = jdbc.sql("update request set definition_id = ? where ref = ? and definition_id = ?")
                        .params(to, ref.toString(), from)
                        .update()
                > 0;
        if (moved) {
            events.publishEvent(new RequestEvent.InVersion(ref, to, now));
        }
        return moved;
    }

    void brief(RequestRef ref, Map<String, Object> brief) {
        found.forget(ref);
        jdbc.sql("update request set brief = ? where ref = ?")
                .params(json.writeValueAsString(brief), ref.toString())
                .update();
    }

    void requester(RequestRef ref, EmailAddress requester, String name) {
        found.forget(ref);
        jdbc.sql("update request set requester = ?, requester_name = ? where ref = ?")
                .params(requester.value(), Texts.atMost(200, name), ref.toString())
                .update();
    }

    void owner(RequestRef ref, EmailAddress owner) {
        found.forget(ref);
        jdbc.sql("update request set owner = ? where ref = ?")
                .params(owner.value(), ref.toString())
                .update();
    }

    void team(RequestRef ref, String team, Instant now) {
        found.forget(ref);
        jdbc.sql("update request set team = ? where ref = ?")
                .params(Texts.atMost(100, team), ref.toString())
                .update();
        events.publishEvent(new RequestEvent.InTeam(ref, Texts.atMost(100, team), now));
    }

    void ended(RequestRef ref, @Nullable String closedBecause, Instant now) {
        found.forget(ref);
        int ended = jdbc.sql("update request set ended_at = ?, closed_because = ? where ref = ? and ended_at is null")
                .params(Rows.values(now, closedBecause, ref.toString()))
                .update();
        if (ended > 0) {
            events.publishEvent(new RequestEvent.Ended(ref, closedBecause == null, now));
        }
    }

    void mergedInto(RequestRef wrong, RequestRef right) {
        jdbc.sql("update request set merged_into = ? where ref = ?")
                .params(right.toString(), wrong.toString())
                .update();
    }

    Optional<RequestRef> mergedInto(RequestRef ref) {
        return jdbc.sql("select merged_into from request where ref = ? and merged_into is not null")
                .param(ref.toString())
                .query(String.class)
                .optional()
                .map(RequestRef::of);
    }

    /** Locks the request until the transaction ends, so that two answers to one brief start one process. */
    Optional<Request> lock(RequestRef ref) {
        found.forget(ref);
        return jdbc.sql("select id from request where ref = ? for update")
                .param(ref.toString())
                .query(Long.class)
                .optional()
                .flatMap(id -> find(ref));
    }

    /** A promise was made for the request, which stands in another table. */
    void promised(RequestRef ref) {
        found.forget(ref);
    }

    Optional<Request> find(RequestRef ref) {
        return found.get(ref, () -> read(ref));
    }

    private Optional<Request> read(RequestRef ref) {
        return jdbc.sql(SELECT + " where r.ref = ?")
                .param(ref.toString())
                .query(this::request)
                .optional();
    }

    List<Request> list(RequestFilter filter, long before, int size) {
        StringBuilder where = new StringBuilder(" where r.id < :before");
        Map<String, Object> params = filter.restrict(where);
        return jdbc.sql(SELECT + where + " order by r.id desc fetch first " + size + " rows only")
                .params(params)
                .param("before", before)
                .query(this::request)
                .list();
    }

    private Request request(ResultSet row, int number) throws SQLException {
        return new Request(
                row.getLong("id"),
                RequestRef.of(row.getString("ref")),
                row.getString("workflow"),
                row.getString("definition_id"),
                row.getString("title"),
                EmailAddress.of(row.getString("requester")),
                row.getString("requester_name"),
                EmailAddress.of(row.getString("owner")),
                row.getString("team"),
                row.getString("campaign"),
                json.readValue(row.getString("brief"), new TypeReference<Map<String, Object>>() {}),
                Rows.instant(row, "opened_at"),
                Rows.instantOrNull(row, "asked_at"),
                Rows.instantOrNull(row, "started_at"),
                Rows.instantOrNull(row, "ended_at"),
                row.getString("closed_because"),
                Rows.instantOrNull(row, "promised_at"),
                Rows.instantOrNull(row, "first_promised_at"),
                row.getBoolean("made_up"));
    }
}
