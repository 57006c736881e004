package dev.baton.metrics;

import dev.baton.people.BusinessDuration;
import dev.baton.people.People;
import dev.baton.people.WorkingCalendar;
import dev.baton.shared.RequestRef;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the signs that numbers may look better than work went (docs/decisions/0101). */
@Component
public class SignCounter {

    private final StoredFacts facts;
    private final RecordedRows rows;
    private final People people;

    SignCounter(StoredFacts facts, RecordedRows rows, People people) {
        this.facts = facts;
        this.rows = rows;
        this.people = people;
    }

    /**
     * Reads what had happened by the question's moment, and counts.
     *
     * @throws IllegalArgumentException if the question is about an imported log, which does not tell when dates were made
     */
    public Signs count(Question question) {
        Look look = look(question);
        Count moved = new Count();
        Count undated = new Count();
        Count paused = new Count();
        TimeShare.Sum blocked = new TimeShare.Sum();
        Decisions decisions = new Decisions(question);
        long[] madeUp = {0};
        facts.readStored(question, request -> {
            madeUp[0] += request.madeUp ? 1 : 0;
            look.dates(request, moved::all, row -> moved.some());
            look.undated(request, undated::all, row -> undated.some());
            look.pauses(request, paused::all, row -> paused.some());
            look.blocked(
                    request,
                    row -> blocked.add(
                            row.blocked().toMillis() / 1000.0, row.open().toMillis() / 1000.0));
            decisions.add(request);
        });
        List<Signs.Burst> bursts = decisions.bursts();
        return new Signs(
                moved.share(),
                undated.share(),
                Measure.share(bursts.stream().mapToLong(Signs.Burst::decisions).sum(), decisions.size),
                bursts.size(),
                paused.share(),
                blocked.share(),
                madeUp[0]);
    }

    /** The rows that the signs were counted from. */
    public Signs.Behind behind(Question question) {
        Look look = look(question);
        return new Signs.Behind(
                row -> facts.readStored(question, request -> look.dates(request, () -> {}, row)),
                row -> facts.readStored(question, request -> look.undated(request, () -> {}, row)),
                row -> bursts(question).forEach(row),
                row -> facts.readStored(question, request -> look.pauses(request, () -> {}, row)),
                row -> facts.readStored(
                        question,
                        request -> look.blocked(request, each -> {
                            if (!each.blocked().isZero()) {
                                row.accept(each);
                            }
                        })));
    }

    private List<Signs.Burst> bursts(Question question) {
        Decisions decisions = new Decisions(question);
        facts.readStored(question, decisions::add);
        return decisions.bursts();
    }

    private Look look(Question question) {
        if (!question.live()) {
            throw new IllegalArgumentException("A log does not tell when dates were made");
        }
        return new Look(question, new LastDays(people.defaultCalendar()), rows.pauses(question));
    }

    /** How many of how many. */
    private static final class Count {

        private long some;
        private long all;

        void some() {
            some++;
        }

        void all() {
            all++;
        }

        Measure share() {
            return Measure.share(some, all);
        }
    }

    /** Where the working day before a date begins; a day is looked up once. */
    private static final class LastDays {

        private static final BusinessDuration DAY = BusinessDuration.ofDays(1);

        private final WorkingCalendar calendar;
        private final Map<LocalDate, Long> begins = new HashMap<>();

        LastDays(WorkingCalendar calendar) {
            this.calendar = calendar;
        }

        long before(long due) {
            Instant moment = Instant.ofEpochMilli(due);
            return begins.computeIfAbsent(
                    LocalDate.ofInstant(moment, calendar.zone()),
                    day -> calendar.minus(moment, DAY).toEpochMilli());
        }
    }

    /** Looks at one request after the other. */
    private static final class Look {

        private final Period passed;
        private final long asOf;
        private final LastDays lastDays;
        private final Map<RequestRef, List<RecordedRows.Pause>> pauses;

        Look(Question question, LastDays lastDays, Map<RequestRef, List<RecordedRows.Pause>> pauses) {
            this.passed = question.passed();
            this.asOf = question.asOf().toEpochMilli();
            this.lastDays = lastDays;
            this.pauses = pauses;
        }

        /** Each date that a task still open came near to, and those of them that were moved then. */
        void dates(StoredRequest request, Runnable near, Consumer<? super Signs.Moved> moved) {
            for (StoredTask task : request.tasks) {
                int known = task.createdAt <= asOf ? task.promises.count(asOf) : 0;
                for (int i = 0; i < known; i++) {
                    date(request, task, i, i + 1 < known, near, moved);
                }
            }
        }

        private void date(
                StoredRequest request,
                StoredTask task,
                int place,
                boolean replaced,
                Runnable near,
                Consumer<? super Signs.Moved> moved) {
            long due = task.promises.due(place);
            if (!passed.has(due)) {
                return;
            }
            long until = replaced ? task.promises.madeAt(place + 1) : TaskFact.OPEN;
            long cameNear = Math.max(lastDays.before(due), task.promises.madeAt(place));
            if (cameNear > due || until < cameNear || task.endedAt <= cameNear) {
                return;
            }
            near.run();
            if (until <= due && task.promises.due(place + 1) > due) {
                moved.accept(new Signs.Moved(
                        request.asOf(asOf),
                        task.step.name(),
                        Instant.ofEpochMilli(due),
                        Instant.ofEpochMilli(until),
                        Instant.ofEpochMilli(task.promises.due(place + 1))));
            }
        }

        /** Each task that reached somebody in the period, and those that nothing was promised for. */
        void undated(StoredRequest request, Runnable reached, Consumer<? super Signs.Undated> undated) {
            for (StoredTask task : request.tasks) {
                if (task.createdAt <= asOf && passed.has(task.createdAt)) {
                    reached.run();
                    if (task.promises.first(asOf) == TaskFact.UNDATED) {
                        undated.accept(new Signs.Undated(
                                request.asOf(asOf),
                                task.step.name(),
                                Instant.ofEpochMilli(task.createdAt),
                                task.endedAt <= asOf ? Instant.ofEpochMilli(task.endedAt) : null));
                    }
                }
            }
        }

        /**
         * Each blocker raised in the period on what had a date, and those that were raised near to it and held beyond
         * it. What is near to its date, holds, and may still be lifted before it, is in neither.
         */
        void pauses(StoredRequest request, Runnable raised, Consumer<? super Signs.Pause> beyond) {
            for (RecordedRows.Pause pause : pauses.getOrDefault(request.ref, List.of())) {
                if (passed.has(pause.raisedAt())) {
                    StoredTask task = task(request, pause);
                    pause(request, task, task == null ? request.promises : task.promises, pause, raised, beyond);
                }
            }
        }

        private static @Nullable StoredTask task(StoredRequest request, RecordedRows.Pause pause) {
            String id = pause.taskId();
            return id == null ? null : request.task(UUID.fromString(id)).orElse(null);
        }

        private void pause(
                StoredRequest request,
                @Nullable StoredTask task,
                StoredPromises promises,
                RecordedRows.Pause pause,
                Runnable raised,
                Consumer<? super Signs.Pause> beyond) {
            long at = pause.raisedAt().toEpochMilli();
            int held = promises.held(at);
            if (held < 0) {
                return;
            }
            long due = promises.due(held);
            Instant liftedAt = pause.liftedAt();
            boolean near = at <= due && at >= lastDays.before(due);
            boolean undecided = near && liftedAt == null && due > asOf;
            if (!undecided) {
                raised.run();
            }
            if (near && !undecided && (liftedAt == null || liftedAt.toEpochMilli() > due)) {
                beyond.accept(new Signs.Pause(
                        request.asOf(asOf),
                        task == null ? null : task.step.name(),
                        Instant.ofEpochMilli(due),
                        pause.raisedAt(),
                        liftedAt));
            }
        }

        /** How long the request was open within the period, and how much of that it stood still. */
        void blocked(StoredRequest request, Consumer<? super Signs.Blocked> row) {
            long from = Math.max(request.openedAt, passed.from().toEpochMilli());
            long to = Math.min(request.endedAt, passed.to().toEpochMilli());
            if (to <= from) {
                return;
            }
            long still = 0;
            long counted = from;
            for (RecordedRows.Pause pause : pauses.getOrDefault(request.ref, List.of())) {
                Instant lifted = pause.liftedAt();
                long end = Math.min(to, lifted == null ? to : lifted.toEpochMilli());
                long begin = Math.max(counted, pause.raisedAt().toEpochMilli());
                if (end > begin) {
                    still += end - begin;
                    counted = end;
                }
            }
            row.accept(new Signs.Blocked(request.asOf(asOf), Duration.ofMillis(to - from), Duration.ofMillis(still)));
        }
    }

    /** Who decided when, in one number each so that very many can be sorted; who stays a number. */
    private static final class Decisions {

        private static final int TIME_BITS = 41;
        private static final long TIME = (1L << TIME_BITS) - 1;
        private static final long WITHIN = Signs.BURST_WITHIN.toMillis();

        private final Period passed;
        private final long from;
        private long[] decisions = new long[1024];
        private int size;

        Decisions(Question question) {
            this.passed = question.passed();
            this.from = question.period().from().toEpochMilli();
        }

        void add(StoredRequest request) {
            for (StoredTask task : request.tasks) {
                if (task.decider != 0 && passed.has(task.answeredAt())) {
                    if (size == decisions.length) {
                        decisions = Arrays.copyOf(decisions, 2 * size);
                    }
                    decisions[size++] = ((long) task.decider << TIME_BITS) | (task.answeredAt() - from);
                }
            }
        }

        /** Runs of decisions of which each is one of {@link Signs#BURST} that lie within the time. */
        List<Signs.Burst> bursts() {
            Arrays.sort(decisions, 0, size);
            List<Signs.Burst> bursts = new ArrayList<>();
            int first = 0;
            int last = -1;
            for (int i = Signs.BURST - 1; i < size; i++) {
                int earliest = i - Signs.BURST + 1;
                if (together(earliest, i)) {
                    if (earliest > last) {
                        add(bursts, first, last);
                        first = earliest;
                    }
                    last = i;
                }
            }
            add(bursts, first, last);
            bursts.sort(Comparator.comparing(Signs.Burst::from));
            return bursts;
        }

        private void add(List<Signs.Burst> bursts, int first, int last) {
            if (last > first) {
                bursts.add(new Signs.Burst(at(first), at(last), last - first + 1));
            }
        }

        /** Whether both are by the same person and near to each other in time. */
        private boolean together(int earlier, int later) {
            return decisions[earlier] >>> TIME_BITS == decisions[later] >>> TIME_BITS
                    && decisions[later] - decisions[earlier] <= WITHIN;
        }

        private Instant at(int place) {
            return Instant.ofEpochMilli(from + (decisions[place] & TIME));
        }
    }
}
