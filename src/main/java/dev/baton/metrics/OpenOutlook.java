package dev.baton.metrics;

import dev.baton.requests.DeliveryForecast;
import dev.baton.requests.DeliveryForecasts;
import dev.baton.requests.Request;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final Clock clock;
    private final Map<String, Experience> known = new ConcurrentHashMap<>();

    OpenOutlook(JdbcClient jdbc, Calendars calendars, Clock clock) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public Map<RequestRef, DeliveryForecast> of(Collection<Request> requests) {
        Map<RequestRef, Awaited> begun = begun(requests);
        Instant now = clock.instant();
        Outlook outlook = new Outlook(
                workflow -> experience(workflow, now),
                ref -> Optional.ofNullable(begun.get(ref)).or(() -> open(ref)));
        Map<RequestRef, DeliveryForecast> made = new HashMap<>();
        begun.values().forEach(each -> outlook.of(each).ifPresent(said -> made.put(each.ref(), said)));
        return made;
    }

    private Map<RequestRef, Awaited> begun(Collection<Request> requests) {
        List<Request> wanted = requests.stream()
                .filter(each -> each.isOpen() && each.startedAt() != null)
                .toList();
        Map<RequestRef, List<Awaited.Waiting>> waits =
                waits(wanted.stream().map(Request::ref).toList());
        Map<RequestRef, Awaited> begun = new LinkedHashMap<>();
        wanted.forEach(each -> begun.put(
                each.ref(),
                new Awaited(each.ref(), each.workflow(), each.startedAt(), waits.getOrDefault(each.ref(), List.of()))));
        return begun;
    }

    private Optional<Awaited> open(RequestRef ref) {
        return jdbc.sql("select workflow, started_at from request where ref = ? and ended_at is null")
                .param(ref.toString())
                .query((row, number) -> new Awaited(
                        ref,
                        row.getString("workflow"),
                        Rows.instantOrNull(row, "started_at"),
                        waits(List.of(ref)).getOrDefault(ref, List.of())))
                .optional();
    }

    private Map<RequestRef, List<Awaited.Waiting>> waits(List<RequestRef> requests) {
        Map<RequestRef, List<Awaited.Waiting>> waits = new HashMap<>();
        if (!requests.isEmpty()) {
            jdbc.sql("""
                            select b.ref, b.waits_for, b.raised_at, o.ended_at from blocker b
                            left join request o on o.ref = b.waits_for
                            where b.ref in (:refs) and b.lifted_at is null order by b.id
                            """)
                    .param("refs", requests.stream().map(RequestRef::toString).toList())
                    .query(row -> {
                        waits.computeIfAbsent(RequestRef.of(row.getString("ref")), none -> new ArrayList<>())
                                .add(RecordedRows.waiting(row, Instant.MAX));
                    });
        }
        return waits;
    }

    /** Read anew every minute at most, since somebody may be opening requests by the thousand. */
    private Experience experience(String workflow, Instant now) {
        Experience before = known.get(workflow);
        if (before == null
                || now.isBefore(before.moment())
                || !now.isBefore(before.moment().plus(KEPT))) {
            before = read(workflow, now);
            known.put(workflow, before);
        }
        return before.later(now);
    }

    private Experience read(String workflow, Instant now) {
        List<Long> delivered = jdbc.sql("select id from request where workflow = ? and ended_at is not null"
                        + " and closed_because is null order by id desc fetch first " + Lifetimes.KNOWN + " rows only")
                .param(workflow)
                .query(Long.class)
                .list();
        if (delivered.size() < Measure.ENOUGH) {
            return Experience.none(calendars.of(workflow), now);
        }
        List<Lifetime> lives = jdbc.sql(LIVES + " and id >= :first union all " + LIVES
                        + " and id < :first and ended_at is null order by id")
                .param("workflow", workflow)
                .param("first", delivered.size() < Lifetimes.KNOWN ? 0 : delivered.get(delivered.size() - 1))
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
}
