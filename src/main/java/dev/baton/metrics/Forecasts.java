package dev.baton.metrics;

import dev.baton.people.People;
import dev.baton.requests.DeliveryForecast;
import dev.baton.shared.RequestRef;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** By when open requests are delivered, and how often such forecasts came true, from facts. */
@Component
public class Forecasts implements SmartLifecycle {

    private static final int KEPT = 20;

    /** What a calibration depends on; what had happened by a moment never changes. */
    private record Asked(Scope scope, Instant asOf, boolean examples, String zone) {}

    private final StoredFacts facts;
    private final RecordedRows rows;
    private final Calendars calendars;
    private final People people;
    private final Clock clock;
    private volatile boolean running;
    private final Map<Asked, Trials> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Trials> eldest) {
            return size() > KEPT;
        }
    };

    Forecasts(StoredFacts facts, RecordedRows rows, Calendars calendars, People people, Clock clock) {
        this.facts = facts;
        this.rows = rows;
        this.calendars = calendars;
        this.people = people;
        this.clock = clock;
    }

    /** Where there is much to count the first who asks for everything finds it counted. */
    @Override
    public void start() {
        for (int turn = 0; turn < StoredFacts.WARM_UPS && facts.isLarge(); turn++) {
            open(today(Scope.ALL, clock.instant()));
        }
        countToday();
        running = true;
    }

    /**
     * Counts what takes longest and stays the same for a day: for whoever sees everything, and for owners of one workflow.
     * Where there is little to count nobody waits for it.
     */
    void countToday() {
        if (facts.isLarge()) {
            Instant now = clock.instant();
            Stream.concat(
                            Stream.of(Scope.ALL),
                            facts.begun(now, true, 0, now).keySet().stream().map(Scope::of))
                    .forEach(scope -> trials(today(scope, now)));
        }
    }

    private Question today(Scope scope, Instant now) {
        Period none = new Period(now.minusMillis(1), now);
        return new Question(scope, none, now, people.defaultCalendar().zone(), true);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the facts, before pages are served. */
    @Override
    public int getPhase() {
        return 1;
    }

    /**
     * By reference, for all requests that were open at the question's moment and whose brief was complete. Requests of other
     * workflows count where these wait for them.
     */
    public Map<RequestRef, DeliveryForecast> open(Question question) {
        Instant asOf = question.asOf();
        Map<String, Begun> begun =
                facts.begun(asOf, question.examples(), Lifetimes.KNOWN, asOf.minus(Lifetimes.DELIVERIES.plusDays(1)));
        Map<RequestRef, Awaited> open = open(begun, rows.waits(asOf));
        Outlook outlook = new Outlook(
                workflow -> lifetimes(workflow, begun.getOrDefault(workflow, Begun.NONE))
                        .at(asOf),
                ref -> Optional.ofNullable(open.get(ref)));
        Map<RequestRef, DeliveryForecast> made = new HashMap<>();
        open.values().stream()
                .filter(request -> question.scope().has(request.workflow()))
                .forEach(request -> outlook.of(request).ifPresent(said -> made.put(request.ref(), said)));
        return made;
    }

    private static Map<RequestRef, Awaited> open(
            Map<String, Begun> begun, Map<RequestRef, List<Awaited.Waiting>> waits) {
        Map<RequestRef, Awaited> open = new LinkedHashMap<>();
        begun.forEach((workflow, known) -> known.requests().stream()
                .filter(each -> each.endedAt() == null)
                .forEach(each -> open.put(
                        each.ref(),
                        new Awaited(each.ref(), workflow, each.begunAt(), waits.getOrDefault(each.ref(), List.of())))));
        return open;
    }

    /**
     * How often forecasts came true, as it stood when the question's day began: it is counted once a day, from the latest
     * requests, whatever the question's period.
     */
    public Trials trials(Question question) {
        Instant asOf = LocalDate.ofInstant(question.asOf(), question.zone())
                .atStartOfDay(question.zone())
                .toInstant();
        Asked asked = new Asked(
                question.scope(), asOf, question.examples(), question.zone().getId());
        synchronized (kept) {
            return kept.computeIfAbsent(asked, none -> count(question, asOf));
        }
    }

    private Trials count(Question question, Instant asOf) {
        Map<String, Lifetimes> workflows = new TreeMap<>();
        facts.begun(asOf, question.examples(), Trials.MOST + Lifetimes.KNOWN, Instant.EPOCH)
                .forEach((workflow, begun) -> {
                    if (question.scope().has(workflow)) {
                        workflows.put(workflow, lifetimes(workflow, begun));
                    }
                });
        return Trials.of(workflows, question.scope(), asOf, question.zone());
    }

    private Lifetimes lifetimes(String workflow, Begun begun) {
        return new Lifetimes(begun.requests(), begun::deliveredAt, calendars.of(workflow));
    }
}
