package dev.baton.metrics;

import dev.baton.outbox.Outbox;
import dev.baton.people.People;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The measures of the last 90 days and what is open now as gauges for programs that watch (docs/decisions/0096). They
 * are counted at most once a minute: whoever asks meanwhile gets the numbers of then. Labels hold keys of workflows and
 * names of measures, and nothing of people.
 */
@Component
class Gauges implements MeterBinder {

    private static final Duration PERIOD = Duration.ofDays(90);
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);

    private final Measures measures;
    private final Reconciliation reconciliation;
    private final Outbox outbox;
    private final People people;
    private final Clock clock;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile Instant countedAt = Instant.EPOCH;

    Gauges(Measures measures, Reconciliation reconciliation, Outbox outbox, People people, Clock clock) {
        this.measures = measures;
        this.reconciliation = reconciliation;
        this.outbox = outbox;
        this.people = people;
        this.clock = clock;
    }

    /** The gauges whose rows are replaced when they are counted anew. */
    private record Boards(
            MultiGauge values, MultiGauge lows, MultiGauge highs, MultiGauge cases, MultiGauge requests) {}

    /** Open requests of one workflow. */
    private static final class Open {

        private long all;
        private long late;
        private long blocked;

        void add(OpenRequest each) {
            all++;
            late += each.late() ? 1 : 0;
            blocked += each.blocked() ? 1 : 0;
        }
    }

    /** Where several gauges are read at once, the first has them counted. */
    @Override
    public void bindTo(MeterRegistry registry) {
        Boards boards = new Boards(
                board("baton.measure", "A measure of the last 90 days; lengths in seconds", registry),
                board("baton.measure.low", "Where it may well lie (95 %), at the lowest", registry),
                board("baton.measure.high", "Where it may well lie (95 %), at the highest", registry),
                board("baton.measure.cases", "How many it was counted from", registry),
                board("baton.requests", "Requests that are open, late or blocked", registry));
        Gauge.builder("baton.counted.age", () -> ageAfterCounting(boards))
                .description("How old the measures and requests here are")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("baton.outbox.queued", outbox, Outbox::queued)
                .description("Mails that wait to be sent")
                .register(registry);
        Gauge.builder("baton.outbox.dead", outbox, Outbox::deadLetters)
                .description("Mails that could not be sent")
                .register(registry);
        compared("baton.facts.compared", "Tasks compared with the engine's history", Reconciliation.Result::compared)
                .register(registry);
        compared("baton.facts.different", "Of these, tasks that differ", Reconciliation.Result::different)
                .register(registry);
    }

    private static MultiGauge board(String name, String description, MeterRegistry registry) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    private Gauge.Builder<?> compared(String name, String says, ToDoubleFunction<Reconciliation.Result> number) {
        return Gauge.builder(
                        name,
                        reconciliation,
                        facts -> facts.last().map(number::applyAsDouble).orElse(Double.NaN))
                .description(says);
    }

    private double ageAfterCounting(Boards boards) {
        if (clock.instant().isAfter(countedAt.plus(GOOD_FOR)) && counting.tryLock()) {
            try {
                count(boards);
            } finally {
                counting.unlock();
            }
        }
        return Duration.between(countedAt, clock.instant()).toMillis() / 1000.0;
    }

    private void count(Boards boards) {
        Instant now = clock.instant();
        Answer answer = measures.answer(new Question(
                Scope.ALL,
                new Period(now.minus(PERIOD), now),
                now,
                people.defaultCalendar().zone(),
                false));
        shown(answer.report(), boards);
        boards.requests().register(requests(answer.open()), true);
        countedAt = now;
    }

    private static void shown(Report report, Boards boards) {
        Map<String, Measure> rates = new TreeMap<>(Map.of(
                "reliability", report.reliability(),
                "late-work", report.lateRate().current(),
                "intake-clarity", report.intakeClarity(),
                "visibility", report.visibility()));
        List<Row<?>> values = new ArrayList<>();
        List<Row<?>> lows = new ArrayList<>();
        List<Row<?>> highs = new ArrayList<>();
        List<Row<?>> cases = new ArrayList<>();
        rates.forEach((name, measure) -> {
            Tags tags = Tags.of("measure", name);
            add(values, tags, measure.value());
            add(lows, tags, measure.low());
            add(highs, tags, measure.high());
            add(cases, tags, (double) measure.denominator());
        });
        Map<String, Lasting> lengths = Map.of("review-time", report.reviewTime(), "cycle-time", report.cycleTime());
        lengths.forEach((name, lasting) -> {
            Lasting.Estimated estimated = lasting.estimated();
            add(values, Tags.of("measure", name + "-p50"), estimated.p50());
            add(values, Tags.of("measure", name + "-p85"), estimated.p85());
            add(values, Tags.of("measure", name + "-p95"), estimated.p95());
            add(cases, Tags.of("measure", name), (double) estimated.n());
        });
        boards.values().register(values, true);
        boards.lows().register(lows, true);
        boards.highs().register(highs, true);
        boards.cases().register(cases, true);
    }

    /** What cannot be said has no row. */
    private static void add(List<Row<?>> rows, Tags tags, @Nullable Double value) {
        if (value != null) {
            rows.add(Row.of(tags, value));
        }
    }

    private static List<Row<?>> requests(List<OpenRequest> open) {
        Map<String, Open> byWorkflow = new TreeMap<>();
        open.forEach(each -> byWorkflow
                .computeIfAbsent(each.request().workflow(), none -> new Open())
                .add(each));
        List<Row<?>> rows = new ArrayList<>();
        byWorkflow.forEach((workflow, counted) -> {
            Tags tags = Tags.of("workflow", workflow);
            rows.add(Row.of(tags.and("state", "open"), counted.all));
            rows.add(Row.of(tags.and("state", "late"), counted.late));
            rows.add(Row.of(tags.and("state", "blocked"), counted.blocked));
        });
        return rows;
    }
}
