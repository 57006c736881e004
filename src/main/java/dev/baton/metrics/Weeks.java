package dev.baton.metrics;

import dev.baton.metrics.DueTask.Kept;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One number for each whole week of a period, with what of it is more than chance. Weeks begin on Monday in the question's
 * zone; the first and the last count only if all of them lies in the part of the period that has passed.
 *
 * @param weeks those with a number; others have nothing to count
 * @param empty how many have nothing to count
 * @param stretches of the weeks, between changes of the work
 * @param madeUp how many of the requests open in the period are example data
 */
public record Weeks(What what, List<Week> weeks, long empty, List<ControlChart.Stretch> stretches, long madeUp) {

    /** What is counted each week. */
    public enum What {
        /** Tasks late by the date that holds, of those due in the week. */
        LATE_WORK,
        /** Tasks done by the date first promised, of those first promised for the week. */
        RELIABILITY,
        /** The middle of how long the requests had been open that ended in the week, in days. */
        CYCLE_TIME
    }

    /**
     * A week.
     *
     * @param value null where there was nothing to count
     * @param numerator nothing where the value is a length
     * @param denominator how many cases there were
     */
    public record Week(Instant from, Instant to, @Nullable Double value, long numerator, long denominator) {}

    /** Counts while requests go by. */
    static final class Counter {

        private static final double DAY = 86_400;

        private final What what;
        private final Period passed;
        private final long[] borders;
        private final long[] numerators;
        private final long[] denominators;
        private final Durations[] lengths;
        private long madeUp;

        Counter(What what, Question question) {
            this.what = what;
            this.passed = question.passed();
            this.borders = borders(passed, question.zone());
            int weeks = Math.max(0, borders.length - 1);
            this.numerators = new long[weeks];
            this.denominators = new long[weeks];
            this.lengths = Stream.generate(Durations::new).limit(weeks).toArray(Durations[]::new);
        }

        private static long[] borders(Period passed, ZoneId zone) {
            LocalDate monday =
                    LocalDate.ofInstant(passed.from(), zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            return Stream.iterate(monday, week -> week.plusWeeks(1))
                    .map(week -> week.atStartOfDay(zone).toInstant())
                    .dropWhile(begin -> begin.isBefore(passed.from()))
                    .takeWhile(begin -> !begin.isAfter(passed.to()))
                    .mapToLong(Instant::toEpochMilli)
                    .toArray();
        }

        void add(Work work) {
            RequestFact request = work.request();
            madeUp += request.madeUp() && request.wasOpenIn(passed) ? 1 : 0;
            if (what == What.CYCLE_TIME) {
                ended(request);
            } else {
                work.tasks().forEach(this::due);
            }
        }

        private void ended(RequestFact request) {
            Instant end = request.endedAt();
            int week = end == null ? -1 : week(end.toEpochMilli());
            if (end != null && week >= 0) {
                denominators[week]++;
                lengths[week].add((end.toEpochMilli() - request.openedAt().toEpochMilli()) / 1000.0, true);
            }
        }

        private void due(TaskFact task) {
            boolean late = what == What.LATE_WORK;
            long due = late ? task.currentDue() : task.firstDue();
            int week = week(due);
            if (week < 0) {
                return;
            }
            Kept kept = Kept.of(task.endedMillis(), due, task.withdrawn());
            if (kept.counts()) {
                denominators[week]++;
                numerators[week] += (kept == Kept.ON_TIME) == late ? 0 : 1;
            }
        }

        /** The whole week in which this moment lies, or less than nothing. */
        private int week(long millis) {
            if (borders.length < 2 || millis < borders[0] || millis >= borders[borders.length - 1]) {
                return -1;
            }
            int found = Arrays.binarySearch(borders, millis);
            return found >= 0 ? found : -found - 2;
        }

        Weeks weeks(Collection<Instant> changes) {
            List<Week> all =
                    IntStream.range(0, denominators.length).mapToObj(this::week).toList();
            List<Week> counted = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            for (Week week : all) {
                Double value = week.value();
                if (value != null) {
                    counted.add(week);
                    values.add(value);
                }
            }
            List<Integer> begins = changes.stream()
                    .map(change -> (int) counted.stream()
                            .filter(week -> week.from().isBefore(change))
                            .count())
                    .toList();
            return new Weeks(what, counted, all.size() - counted.size(), ControlChart.of(values, begins), madeUp);
        }

        private Week week(int place) {
            return new Week(
                    Instant.ofEpochMilli(borders[place]),
                    Instant.ofEpochMilli(borders[place + 1]),
                    denominators[place] == 0 ? null : value(place),
                    numerators[place],
                    denominators[place]);
        }

        private double value(int place) {
            return what == What.CYCLE_TIME
                    ? Lasting.quantile(lengths[place].ended(), .5) / DAY
                    : (double) numerators[place] / denominators[place];
        }
    }
}
