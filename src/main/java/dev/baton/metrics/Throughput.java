package dev.baton.metrics;

import dev.baton.people.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * When several requests that wait in a row will all be delivered, judging by how many were on each working day: 2,000
 * times the coming working days are drawn by lot from the past ones. Days are taken for independent of each other.
 */
final class Throughput {

    private static final int RUNS = 2_000;

    /** About five years; who says later says nothing. */
    private static final int FURTHEST = 1_300;

    private final int[] deliveries;
    private final WorkingCalendar calendar;
    private final Runs runs;

    private Throughput(int[] deliveries, WorkingCalendar calendar) {
        this.deliveries = deliveries;
        this.calendar = calendar;
        this.runs = new Runs(deliveries);
    }

    /**
     * Of the days from the first to the last, both included.
     *
     * @param delivered how many on which day; none on days that are missing. What was delivered on a day off counts on
     *     the next working day
     */
    static Throughput of(Map<LocalDate, Integer> delivered, LocalDate first, LocalDate last, WorkingCalendar calendar) {
        int[] deliveries = new int[(int) Math.max(0, last.toEpochDay() - first.toEpochDay() + 1)];
        int days = 0;
        int waiting = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            waiting += delivered.getOrDefault(day, 0);
            if (calendar.isWorkingDay(day)) {
                deliveries[days++] = waiting;
                waiting = 0;
            }
        }
        return new Throughput(Arrays.copyOf(deliveries, days), calendar);
    }

    /** Whether something was delivered on fewer than five days, which is too few to say anything. */
    boolean tooFew() {
        return Arrays.stream(deliveries).filter(each -> each > 0).count() < Measure.ENOUGH;
    }

    /**
     * The day by which all of so many are delivered, in this share of the runs. The first day that counts is the working
     * day after today. The same question has the same answer: lots are drawn by the past.
     *
     * @return nothing if there are too few days to say, or it would be years
     * @throws IllegalArgumentException if none wait, or the share is not above 0 and at most 1
     */
    synchronized Optional<LocalDate> deliveredBy(int requests, LocalDate today, double share) {
        if (requests < 1 || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("No forecast for " + requests + " requests and a share of " + share);
        }
        if (tooFew()) {
            return Optional.empty();
        }
        int days = runs.daysFor(requests, share);
        return days > FURTHEST ? Optional.empty() : Optional.of(workingDay(today, days));
    }

    /** All runs side by side, day after day, as far as somebody has asked. */
    private static final class Runs {

        private final int[] deliveries;
        private final SplittableRandom lots;
        private final int[] delivered = new int[RUNS];
        /** For each day how many each run has delivered by then, fewest first. */
        private final List<int[]> days = new ArrayList<>();

        Runs(int[] deliveries) {
            this.deliveries = deliveries;
            this.lots = new SplittableRandom(Arrays.hashCode(deliveries));
            days.add(delivered.clone());
        }

        /** Within how many days this share of the runs has delivered so many. */
        int daysFor(int requests, double share) {
            int place = RUNS - (int) Math.ceil(share * RUNS);
            while (days.size() <= FURTHEST && days.get(days.size() - 1)[place] < requests) {
                goOn();
            }
            int low = 0;
            int high = days.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (days.get(middle)[place] < requests) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private void goOn() {
            for (int run = 0; run < RUNS; run++) {
                delivered[run] += deliveries[lots.nextInt(deliveries.length)];
            }
            int[] sorted = delivered.clone();
            Arrays.sort(sorted);
            days.add(sorted);
        }
    }

    private LocalDate workingDay(LocalDate today, int number) {
        LocalDate day = today;
        for (int left = number; left > 0; ) {
            day = day.plusDays(1);
            left -= calendar.isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }
}
