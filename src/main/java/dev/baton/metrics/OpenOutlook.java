package dev.baton.metrics;

import dev.baton.requests.DeliveryForecast;
import dev.baton.requests.DeliveryForecasts;
import dev.baton.requests.Request;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The outlook of a few requests, now. It reads their rows on the caller's connection instead of the facts in memory, since
 * it is asked in the transaction that opens a request, which must wait for no second connection.
 */
@Component
class OpenOutlook implements DeliveryForecasts {

    private static final String LIVES = "select id, ref, started_at, ended_at, closed_because, made_up from request"
            + " where workflow = :workflow and started_at is not null";

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final Clock clock;

    OpenOutlook(JdbcClient jdbc, Calendars calendars, Clock clock) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Map<RequestRef, DeliveryForecast> of(Collection<Request> requests) {
        Instant now = clock.instant();
        Outlook outlook = new Outlook(workflow -> experience(workflow, now), this::awaited);
        Map<RequestRef, DeliveryForecast> made = new HashMap<>();
        for (Request request : requests) {
            if (request.isOpen() && !request.waitsForBrief()) {
                awaited(request.ref()).flatMap(outlook::of).ifPresent(said -> made.put(request.ref(), said));
            }
        }
        return made;
    }

    private Experience experience(String workflow, Instant now) {
        long first = jdbc.sql("select id from request where workflow = ? and ended_at is not null"
                        + " and closed_because is null order by id desc offset " + (Lifetimes.KNOWN - 1)
                        + " rows fetch next 1 rows only")
                .param(workflow)
                .query(Long.class)
                .optional()
                .orElse(0L);
        List<Lifetime> lives = jdbc.sql(LIVES + " and id >= :first union all " + LIVES
                        + " and id < :first and ended_at is null order by id")
                .param("workflow", workflow)
                .param("first", first)
                .query(OpenOutlook::lifetime)
                .list();
        return new Lifetimes(lives, () -> deliveries(workflow, now), calendars.of(workflow)).at(now);
    }

    private long[] deliveries(String workflow, Instant now) {
        return jdbc
                .sql("select ended_at from request where workflow = ? and closed_because is null and ended_at >= ?"
                        + " order by ended_at")
                .param(workflow)
                .param(Rows.at(now.minus(Lifetimes.DELIVERIES.plusDays(1))))
                .query((row, number) -> Rows.instant(row, "ended_at").toEpochMilli())
                .list()
                .stream()
                .mapToLong(each -> each)
                .toArray();
    }

    private static Lifetime lifetime(ResultSet row, int number) throws SQLException {
        Instant endedAt = Rows.instantOrNull(row, "ended_at");
        return new Lifetime(
                RequestRef.of(row.getString("ref")),
                null,
                Rows.instant(row, "started_at"),
                endedAt,
                endedAt != null && row.getString("closed_because") == null,
                row.getBoolean("made_up"));
    }

    private Optional<Awaited> awaited(RequestRef ref) {
        List<Awaited.Waiting> waits = waits(ref);
        return jdbc.sql("""
                        select r.workflow, r.started_at, (select count(*) from request o where o.workflow = r.workflow
                            and o.ended_at is null
                            and (o.started_at < r.started_at or o.started_at = r.started_at and o.id < r.id)) as ahead
                        from request r where r.ref = ? and r.ended_at is null
                        """)
                .param(ref.toString())
                .query((row, number) -> new Awaited(
                        ref,
                        row.getString("workflow"),
                        Rows.instantOrNull(row, "started_at"),
                        row.getInt("ahead"),
                        waits))
                .optional();
    }

    private List<Awaited.Waiting> waits(RequestRef ref) {
        return jdbc.sql("""
                        select b.waits_for, b.raised_at, o.ended_at from blocker b
                        left join request o on o.ref = b.waits_for
                        where b.ref = ? and b.lifted_at is null order by b.id
                        """)
                .param(ref.toString())
                .query((row, number) -> RecordedRows.waiting(row, Instant.MAX))
                .list();
    }
}
