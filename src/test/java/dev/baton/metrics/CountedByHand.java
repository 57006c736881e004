package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.baton.people.WorkingCalendar;
import dev.baton.shared.RequestRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The definitions of docs/decisions/0090 once more, in the plainest way, over what a test knows that it did. */
final class CountedByHand {

    final List<Work> works = new ArrayList<>();

    /** A request; its promises by when they were made. */
    static final class Work {

        final RequestRef ref;
        final Instant openedAt;
        final List<Instant> promises = new ArrayList<>();
        final List<Instant> written = new ArrayList<>();
        final List<Instant> statusQuestions = new ArrayList<>();
        final List<Step> steps = new ArrayList<>();

        @Nullable
        Instant endedAt;

        Work(RequestRef ref, Instant openedAt) {
            this.ref = ref;
            this.openedAt = openedAt;
        }
    }

    /** A task; its promises by when they were made. */
    static final class Step {

        final String id;
        final boolean review;
        final @Nullable String assignee;
        final Instant openedAt;
        private final List<Instant> madeAt = new ArrayList<>();
        private final List<Instant> due = new ArrayList<>();

        @Nullable
        Instant endedAt;

        boolean withdrawn;

        @Nullable
        String outcome;

        Step(String id, boolean review, @Nullable String assignee, Instant openedAt, @Nullable Instant due) {
            this.id = id;
            this.review = review;
            this.assignee = assignee;
            this.openedAt = openedAt;
            if (due != null) {
                promised(openedAt, due);
            }
        }

        void promised(Instant at, Instant date) {
            madeAt.add(at);
            due.add(date);
        }

        List<Instant> dueBy(Instant asOf) {
            List<Instant> known = new ArrayList<>();
            for (int i = 0; i < due.size(); i++) {
                if (!madeAt.get(i).isAfter(asOf)) {
                    known.add(due.get(i));
                }
            }
            return known;
        }

        boolean overBy(Instant asOf) {
            return endedAt != null && !endedAt.isAfter(asOf);
        }
    }

    /** @param calendar of the organisation, as no request is with a team */
    void agreesWith(Report report, Question question, WorkingCalendar calendar) {
        new Count(question, calendar).agreesWith(report);
    }

    private final class Count {

        private final WorkingCalendar calendar;
        private final Instant asOf;
        private final Period passed;
        private final List<Work> known;
        private final List<Step> steps;

        Count(Question question, WorkingCalendar calendar) {
            this.calendar = calendar;
            asOf = question.asOf();
            passed = question.passed();
            known = works.stream().filter(work -> !work.openedAt.isAfter(asOf)).toList();
            steps = known.stream()
                    .flatMap(work -> work.steps.stream())
                    .filter(step -> !step.openedAt.isAfter(asOf))
                    .toList();
        }

        void agreesWith(Report report) {
            punctuality(report);
            reviews(report);
            same(
                    report.cycleTime(),
                    opened().map(work -> length(work.openedAt, over(work))).toList(),
                    opened().toList().size());
            same(
                    report.workingTime().cycleTime(),
                    opened().map(work -> worked(work.openedAt, over(work))).toList(),
                    opened().toList().size());
            is(report.intakeClarity(), opened().filter(work -> asks(work) == 0).count(), opened().count());
            is(report.clarificationMails(), opened().mapToLong(this::asks).sum(), opened().count());
            long questions = known.stream()
                    .flatMap(work -> work.statusQuestions.stream())
                    .filter(passed::has)
                    .count();
            assertThat(report.statusQuestions().numerator()).isEqualTo(questions);
            List<Work> ended = known.stream()
                    .filter(work -> over(work).filter(passed::has).isPresent())
                    .toList();
            is(
                    report.touchesPerRequest(),
                    ended.stream().mapToLong(this::touches).sum(),
                    ended.size());
            is(
                    report.handOversPerRequest(),
                    ended.stream().mapToLong(this::handOvers).sum(),
                    ended.size());
        }

        private void punctuality(Report report) {
            List<Step> first = due(step -> step.dueBy(asOf).get(0));
            List<Step> current = due(step -> last(step.dueBy(asOf)));
            Predicate<Step> taken = step -> onTime(step, step.dueBy(asOf).get(0)) && step.withdrawn;
            List<Step> judged = first.stream().filter(taken.negate()).toList();
            long kept = judged.stream()
                    .filter(step -> onTime(step, step.dueBy(asOf).get(0)))
                    .count();
            is(report.reliability(), kept, judged.size());
            is(report.lateRate().first(), judged.size() - kept, judged.size());
            is(report.withdrawn(), first.stream().filter(taken).count(), first.size());
            is(
                    report.slipRate(),
                    judged.stream()
                            .filter(step -> last(step.dueBy(asOf))
                                    .isAfter(step.dueBy(asOf).get(0)))
                            .count(),
                    judged.size());
            List<Step> judgedNow = current.stream()
                    .filter(step -> !(step.withdrawn && onTime(step, last(step.dueBy(asOf)))))
                    .toList();
            long late = judgedNow.stream()
                    .filter(step -> !onTime(step, last(step.dueBy(asOf))))
                    .count();
            is(report.lateRate().current(), late, judgedNow.size());
            List<Step> done = current.stream()
                    .filter(step -> step.overBy(asOf) && !step.withdrawn)
                    .toList();
            is(
                    report.lateRate().completedOnly(),
                    done.stream()
                            .filter(step -> !onTime(step, last(step.dueBy(asOf))))
                            .count(),
                    done.size());
            List<Step> reached =
                    steps.stream().filter(step -> passed.has(step.openedAt)).toList();
            is(
                    report.coverage(),
                    reached.stream().filter(step -> !step.dueBy(asOf).isEmpty()).count(),
                    reached.size());
        }

        private List<Step> due(Function<Step, Instant> date) {
            return steps.stream()
                    .filter(step -> !step.dueBy(asOf).isEmpty() && passed.has(date.apply(step)))
                    .toList();
        }

        private boolean onTime(Step step, Instant due) {
            return step.overBy(asOf) && !step.endedAt.isAfter(due);
        }

        private void reviews(Report report) {
            List<List<Step>> reviews = known.stream()
                    .map(work -> work.steps.stream()
                            .filter(step -> step.review && !step.openedAt.isAfter(asOf))
                            .toList())
                    .filter(asked -> !asked.isEmpty() && passed.has(asked.get(0).openedAt))
                    .toList();
            same(
                    report.reviewTime(),
                    reviews.stream()
                            .map(asked -> length(asked.get(0).openedAt, reviewed(asked)))
                            .toList(),
                    reviews.size());
            same(
                    report.workingTime().reviewTime(),
                    reviews.stream()
                            .map(asked -> worked(asked.get(0).openedAt, reviewed(asked)))
                            .toList(),
                    reviews.size());
            List<Long> rounds = reviews.stream()
                    .map(asked -> asked.stream()
                            .filter(step -> step.overBy(asOf) && step.outcome != null)
                            .count())
                    .filter(count -> count > 0)
                    .toList();
            is(report.reviewRounds(), rounds.stream().mapToLong(count -> count).sum(), rounds.size());
        }

        private Optional<Instant> reviewed(List<Step> asked) {
            List<Step> decided = asked.stream()
                    .filter(step -> step.overBy(asOf) && step.outcome != null)
                    .toList();
            boolean over = !decided.isEmpty()
                    && asked.stream().allMatch(step -> step.overBy(asOf))
                    && !"changes".equals(decided.get(decided.size() - 1).outcome);
            return over ? Optional.of(decided.get(decided.size() - 1).endedAt) : Optional.empty();
        }

        private Stream<Work> opened() {
            return known.stream().filter(work -> passed.has(work.openedAt));
        }

        private Optional<Instant> over(Work work) {
            return Optional.ofNullable(work.endedAt).filter(ended -> !ended.isAfter(asOf));
        }

        private long asks(Work work) {
            return work.steps.stream()
                    .filter(step -> step.overBy(asOf) && "ask".equals(step.outcome))
                    .count();
        }

        private long touches(Work work) {
            long moves =
                    work.promises.stream().filter(made -> !made.isAfter(asOf)).count() - 1;
            long stepMoves = work.steps.stream()
                    .filter(step -> !step.openedAt.isAfter(asOf))
                    .mapToLong(step -> Math.max(0, step.dueBy(asOf).size() - 1))
                    .sum();
            long decided = work.steps.stream()
                    .filter(step -> step.overBy(asOf) && step.outcome != null)
                    .count();
            return moves
                    + stepMoves
                    + decided
                    + work.written.stream().filter(at -> !at.isAfter(asOf)).count();
        }

        private long handOvers(Work work) {
            long changes = 0;
            String last = null;
            for (Step step : work.steps) {
                if (!step.openedAt.isAfter(asOf) && step.assignee != null) {
                    changes += last == null || last.equals(step.assignee) ? 0 : 1;
                    last = step.assignee;
                }
            }
            return changes;
        }

        private Optional<Double> worked(Instant from, Optional<Instant> to) {
            return to.map(end -> calendar.between(from, end).toMillis() / 1000.0);
        }

        private Optional<Double> length(Instant from, Optional<Instant> to) {
            return to.map(end -> Duration.between(from, end).toMillis() / 1000.0);
        }
    }

    private static Instant last(List<Instant> dates) {
        return dates.get(dates.size() - 1);
    }

    private static void is(Measure measure, long numerator, long denominator) {
        assertThat(measure.numerator()).isEqualTo(numerator);
        assertThat(measure.denominator()).isEqualTo(denominator);
    }

    private static void same(Lasting lasting, List<Optional<Double>> lengths, int all) {
        List<Double> ended = lengths.stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.naturalOrder())
                .toList();
        assertThat(lasting.completed().n()).isEqualTo(ended.size());
        assertThat(lasting.estimated().n()).isEqualTo(all);
        assertThat(lasting.estimated().open()).isEqualTo(all - ended.size());
        if (!ended.isEmpty()) {
            double mean = ended.stream().mapToDouble(each -> each).average().orElseThrow();
            assertThat(lasting.completed().mean()).isCloseTo(mean, within(1e-6));
        }
    }
}
