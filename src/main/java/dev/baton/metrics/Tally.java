package dev.baton.metrics;

import dev.baton.metrics.DueTask.Kept;
import dev.baton.metrics.WorkingDays.TeamHours;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts all measures of a question while its requests go by, so that none has to be kept. */
final class Tally {

    private final Question question;
    private final Period passed;
    private final Due first = new Due();
    private final Due current = new Due();
    private final Durations reviewTimes = new Durations();
    private final Durations firstResponses = new Durations();
    private final Durations cycles = new Durations();
    private final @Nullable TeamHours hours;
    private final Durations workedReviewTimes = new Durations();
    private final Durations workedFirstResponses = new Durations();
    private final Durations workedCycles = new Durations();
    private long slipped;
    private long reached;
    private long dated;
    private long madeUp;
    private long reviews;
    private long rounds;
    private long opened;
    private long clear;
    private long asked;
    private long open;
    private long told;
    private long statusQuestions;
    private long promised;
    private long touches;
    private long handOvers;
    private long ended;

    /** @param hours null where nobody knows when those asked about worked */
    Tally(Question question, @Nullable TeamHours hours) {
        this.question = question;
        this.hours = hours;
        this.passed = question.passed();
    }

    /** What became of tasks by their dates. */
    private static final class Due {

        private final long[] by = new long[Kept.values().length];

        void add(Kept kept) {
            by[kept.ordinal()]++;
        }

        long with(Kept kept) {
            return by[kept.ordinal()];
        }

        long all() {
            long all = 0;
            for (long each : by) {
                all += each;
            }
            return all;
        }

        long counted() {
            return all() - with(Kept.WITHDRAWN);
        }

        Measure late() {
            return Measure.share(counted() - with(Kept.ON_TIME), counted());
        }
    }

    void add(Work work) {
        RequestFact request = work.request();
        if (request.madeUp() && request.wasOpenIn(passed)) {
            madeUp++;
        }
        for (TaskFact task : work.tasks()) {
            add(task);
        }
        Review.of(work, question).ifPresent(this::add);
        Intake.of(work, question).ifPresent(this::add);
        if (!question.live()) {
            return;
        }
        Told.of(work, question).ifPresent(this::add);
        for (Instant at : work.statusQuestions()) {
            statusQuestions += passed.has(at) ? 1 : 0;
        }
        if (!request.promises().isEmpty() && request.wasOpenIn(passed)) {
            promised++;
        }
        Instant endedAt = request.endedAt();
        if (endedAt != null && passed.has(endedAt)) {
            ended++;
            touches += work.touches();
            handOvers += work.handOvers();
        }
    }

    /** In whole milliseconds, since there may be a million. */
    private void add(TaskFact task) {
        long firstDue = task.firstDue();
        long currentDue = task.currentDue();
        long endedAt = task.endedMillis();
        if (passed.has(firstDue)) {
            Kept kept = Kept.of(endedAt, firstDue, task.withdrawn());
            first.add(kept);
            slipped += kept.counts() && currentDue > firstDue ? 1 : 0;
        }
        if (passed.has(currentDue)) {
            current.add(Kept.of(endedAt, currentDue, task.withdrawn()));
        }
        if (passed.has(task.openedMillis())) {
            reached++;
            dated += firstDue == TaskFact.UNDATED ? 0 : 1;
        }
    }

    private void add(Review review) {
        review.addLength(reviewTimes, Tally::seconds);
        review.addFirstResponse(firstResponses, Tally::seconds);
        if (hours != null) {
            WorkedHours ofTeam = hours.of(review.request().team());
            review.addLength(workedReviewTimes, ofTeam::between);
            review.addFirstResponse(workedFirstResponses, ofTeam::between);
        }
        if (review.rounds() > 0) {
            reviews++;
            rounds += review.rounds();
        }
    }

    private void add(Intake intake) {
        RequestFact request = intake.request();
        opened += question.live() ? 1 : 0;
        clear += question.live() && intake.clear() ? 1 : 0;
        asked += intake.asked();
        Instant end = Optional.ofNullable(request.endedAt()).orElse(question.asOf());
        cycles.add(seconds(request.openedAt(), end), request.endedAt() != null);
        if (hours != null) {
            workedCycles.add(hours.of(request.team()).between(request.openedAt(), end), request.endedAt() != null);
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Lasting.seconds(Duration.between(from, to));
    }

    private void add(Told one) {
        open++;
        told += one.lately() ? 1 : 0;
    }

    Report report(FactSource.MailLoad mails) {
        long done = current.with(Kept.ON_TIME) + current.with(Kept.DONE_LATE);
        return new Report(
                madeUp,
                Measure.share(first.with(Kept.ON_TIME), first.counted()),
                Measure.share(dated, reached),
                Measure.share(first.with(Kept.WITHDRAWN), first.all()),
                new LateRate(current.late(), first.late(), Measure.share(current.with(Kept.DONE_LATE), done)),
                Measure.share(slipped, first.counted()),
                Lasting.of(reviewTimes),
                Lasting.of(firstResponses),
                Measure.perUnit(1, rounds, reviews),
                Lasting.of(cycles),
                Measure.share(clear, opened),
                Measure.perUnit(1, asked, opened),
                Measure.share(told, open),
                Measure.perUnit(Told.PER_HUNDRED, statusQuestions, promised),
                Measure.perUnit(1, mails.mails(), mails.personWeeks()),
                Measure.perUnit(1, touches, ended),
                Measure.perUnit(1, handOvers, ended),
                hours == null
                        ? null
                        : new WorkingTimes(
                                Lasting.of(workedReviewTimes),
                                Lasting.of(workedFirstResponses),
                                Lasting.of(workedCycles)));
    }
}
