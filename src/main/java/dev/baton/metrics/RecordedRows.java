package dev.baton.metrics;

import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the tables of requests and mails hold that measures are made of, read as it stood at a moment and never written
 * (docs/decisions/0090).
 */
@Component
class RecordedRows {

    private final JdbcClient jdbc;

    RecordedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The dates promised for requests and tasks. */
    record Promised(Map<String, List<Instant>> ofRequests, Map<String, List<Instant>> ofTasks) {

        private static final List<Instant> NONE = List.of();

        List<Instant> ofRequest(String ref) {
            return ofRequests.getOrDefault(ref, NONE);
        }

        List<Instant> ofTask(String id) {
            return ofTasks.getOrDefault(id, NONE);
        }
    }

    Promised promises(Instant asOf) {
        Promised promised = new Promised(new HashMap<>(), new HashMap<>());
        jdbc.sql("select ref, task_id, due from promise where made_at <= ? order by id")
                .param(Rows.at(asOf))
                .query(row -> {
                    String task = row.getString("task_id");
                    Map<String, List<Instant>> of = task == null ? promised.ofRequests() : promised.ofTasks();
                    of.computeIfAbsent(task == null ? row.getString("ref") : task, none -> new ArrayList<>(2))
                            .add(Rows.instant(row, "due"));
                });
        return promised;
    }

    Map<RequestRef, RequestFact> requests(Question question, Promised promised) {
        Map<RequestRef, RequestFact> requests = new LinkedHashMap<>();
        jdbc.sql("""
                        select ref, title, workflow, campaign, team, opened_at, asked_at, ended_at, closed_because, made_up
                        from request where opened_at <= ? order by id
                        """).param(Rows.at(question.asOf())).query(row -> {
            boolean wanted = question.scope().has(row.getString("workflow"), row.getString("campaign"))
                    && (question.examples() || !row.getBoolean("made_up"));
            if (wanted) {
                RequestFact request = request(row, question.asOf(), promised);
                requests.put(request.ref(), request);
            }
        });
        return requests;
    }

    private static RequestFact request(ResultSet row, Instant asOf, Promised promised) throws SQLException {
        Instant askedAt = Rows.instantOrNull(row, "asked_at");
        Instant endedAt = Rows.instantOrNull(row, "ended_at");
        boolean ended = endedAt != null && !endedAt.isAfter(asOf);
        return new RequestFact(
                RequestRef.of(row.getString("ref")),
                row.getString("title"),
                row.getString("workflow"),
                row.getString("campaign"),
                row.getString("team"),
                Rows.instant(row, "opened_at"),
                askedAt != null && !askedAt.isAfter(asOf),
                ended ? endedAt : null,
                ended && row.getString("closed_because") == null,
                promised.ofRequest(row.getString("ref")),
                row.getBoolean("made_up"));
    }

    /** What was decided, by task. */
    Map<String, TaskFact.Answer> answers(Instant asOf) {
        Map<String, TaskFact.Answer> answers = new HashMap<>();
        jdbc.sql("select task_id, round, outcome, decided_at from decision where decided_at <= ?")
                .param(Rows.at(asOf))
                .query(row -> {
                    String task = row.getString("task_id");
                    String round = row.getString("round");
                    answers.put(
                            task,
                            new TaskFact.Answer(
                                    row.getString("outcome"),
                                    round == null ? task : round,
                                    Rows.instant(row, "decided_at")));
                });
        return answers;
    }

    /** When the requester of each open request last got a mail about it, or a digest that told of it. */
    Map<RequestRef, Instant> lastTold(Instant asOf) {
        Map<RequestRef, Instant> told = new HashMap<>();
        jdbc.sql("""
                        select r.ref, max(coalesce(d.sent_at, m.sent_at)) as told_at from request r
                        join outbox_mail m on m.request = r.ref and m.recipient = r.requester
                        left join outbox_mail d on d.id = m.digest
                        where coalesce(d.sent_at, m.sent_at) <= :asOf and (r.ended_at is null or r.ended_at > :asOf)
                        group by r.ref
                        """).param("asOf", Rows.at(asOf)).query(row -> {
            told.put(RequestRef.of(row.getString("ref")), Rows.instant(row, "told_at"));
        });
        return told;
    }

    /** Something a requester wrote about the request while it was open, apart from what opened it. */
    record Said(RequestRef request, String text, Instant at) {}

    List<Said> saidByRequesters(Period period) {
        return jdbc.sql("""
                        select m.ref, m.body, m.written_at from message m
                        join request r on r.ref = m.ref and r.requester = m.author
                        where m.written_at >= :from and m.written_at < :to and m.written_at > r.opened_at
                            and (r.ended_at is null or m.written_at <= r.ended_at)
                        order by m.written_at, m.id
                        """)
                .param("from", Rows.at(period.from()))
                .param("to", Rows.at(period.to()))
                .query((row, number) -> new Said(
                        RequestRef.of(row.getString("ref")),
                        row.getString("body").toLowerCase(Locale.ROOT),
                        Rows.instant(row, "written_at")))
                .list();
    }

    /**
     * A mail that went to somebody about a request.
     *
     * @param id the same for each request that a digest tells of
     * @param to who got it; only to tell persons apart
     */
    record Sent(long id, RequestRef request, String to, Instant at) {}

    /** What a mail server took within the period; what waited for a digest, or was never sent, cost nobody a mail. */
    List<Sent> mails(Period period) {
        return jdbc.sql("""
                        select m.id, m.request, m.recipient, m.sent_at from outbox_mail m
                        where m.request is not null and m.state = 'sent' and m.sent_at >= :from and m.sent_at < :to
                        union all
                        select m.id, a.request, m.recipient, m.sent_at from outbox_digest_about a
                        join outbox_mail m on m.id = a.mail
                        where m.state = 'sent' and m.sent_at >= :from and m.sent_at < :to
                        """)
                .param("from", Rows.at(period.from()))
                .param("to", Rows.at(period.to()))
                .query((row, number) -> new Sent(
                        row.getLong("id"),
                        RequestRef.of(row.getString("request")),
                        row.getString("recipient"),
                        Rows.instant(row, "sent_at")))
                .list();
    }

    /** How many mails asked each request's requester a question. */
    Map<RequestRef, Long> questions(Instant asOf) {
        return counts("""
                select m.request as ref, count(*) as many from outbox_mail m
                join request r on r.ref = m.request and r.requester = m.recipient
                where m.template = 'question' and m.queued_at <= ? group by m.request
                """, asOf);
    }

    Map<RequestRef, List<OpenRequest.Holdup>> holdups(Instant asOf) {
        Map<RequestRef, List<OpenRequest.Holdup>> holdups = new HashMap<>();
        jdbc.sql("""
                        select ref, waits_on, waits_for, what, raised_at from blocker
                        where raised_at <= :asOf and (lifted_at is null or lifted_at > :asOf) order by id
                        """).param("asOf", Rows.at(asOf)).query(row -> {
            String waitsFor = row.getString("waits_for");
            holdups.computeIfAbsent(RequestRef.of(row.getString("ref")), none -> new ArrayList<>())
                    .add(new OpenRequest.Holdup(
                            row.getString("waits_on"),
                            waitsFor == null ? null : RequestRef.of(waitsFor),
                            row.getString("what"),
                            Rows.instant(row, "raised_at")));
        });
        return holdups;
    }

    /**
     * A stretch of time for which something stood still.
     *
     * @param taskId the task that waited; null where the whole request did
     * @param liftedAt null while it holds
     */
    record Pause(
            @Nullable String taskId,
            Instant raisedAt,
            @Nullable Instant liftedAt) {}

    /** What stood still in the part of the question's period that has passed, or from then on; as of its moment. */
    Map<RequestRef, List<Pause>> pauses(Question question) {
        Map<RequestRef, List<Pause>> pauses = new HashMap<>();
        jdbc.sql("""
                        select ref, task_id, raised_at, lifted_at from blocker
                        where raised_at <= :asOf and (lifted_at is null or lifted_at > :from) order by raised_at, id
                        """)
                .param("asOf", Rows.at(question.asOf()))
                .param("from", Rows.at(question.period().from()))
                .query(row -> {
                    Instant lifted = Rows.instantOrNull(row, "lifted_at");
                    pauses.computeIfAbsent(RequestRef.of(row.getString("ref")), none -> new ArrayList<>())
                            .add(new Pause(
                                    row.getString("task_id"),
                                    Rows.instant(row, "raised_at"),
                                    lifted == null || lifted.isAfter(question.asOf()) ? null : lifted));
                });
        return pauses;
    }

    /** What held requests up at the moment, and which other requests they waited for. */
    Map<RequestRef, List<Awaited.Waiting>> waits(Instant asOf) {
        Map<RequestRef, List<Awaited.Waiting>> waits = new HashMap<>();
        jdbc.sql("""
                        select b.ref, b.waits_for, b.raised_at, o.ended_at from blocker b
                        left join request o on o.ref = b.waits_for
                        where b.raised_at <= :asOf and (b.lifted_at is null or b.lifted_at > :asOf) order by b.id
                        """).param("asOf", Rows.at(asOf)).query(row -> {
            waits.computeIfAbsent(RequestRef.of(row.getString("ref")), none -> new ArrayList<>())
                    .add(waiting(row, asOf));
        });
        return waits;
    }

    static Awaited.Waiting waiting(ResultSet row, Instant asOf) throws SQLException {
        String other = row.getString("waits_for");
        Instant otherEnded = Rows.instantOrNull(row, "ended_at");
        return new Awaited.Waiting(
                other == null ? null : RequestRef.of(other),
                Rows.instant(row, "raised_at"),
                otherEnded != null && !otherEnded.isAfter(asOf));
    }

    Map<RequestRef, Long> messages(Instant asOf) {
        return counts("select ref, count(*) as many from message where written_at <= ? group by ref", asOf);
    }

    Map<RequestRef, Long> blockers(Instant asOf) {
        return counts("select ref, count(*) as many from blocker where raised_at <= ? group by ref", asOf);
    }

    private Map<RequestRef, Long> counts(String sql, Instant asOf) {
        Map<RequestRef, Long> counts = new HashMap<>();
        jdbc.sql(sql).param(Rows.at(asOf)).query(row -> {
            counts.put(RequestRef.of(row.getString("ref")), row.getLong("many"));
        });
        return counts;
    }
}
