package dev.baton.metrics;

import dev.baton.people.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * One calendar's working time laid out as a line of seconds, so that lengths are counted and days found by looking them
 * up instead of walking over every day between. Grows as far as it is asked.
 */
final class WorkingTime {

    /** About five years after the last moment asked for; who says later says nothing. */
    static final int FURTHEST = 1_826;

    private final WorkingCalendar calendar;
    private final long first;
    /** The working seconds before each day. */
    private double[] before = new double[1];

    private final Map<LocalDate, Instant> ends = new HashMap<>();
    private final Map<LocalDate, Stretch> stretches = new HashMap<>();

    /** Work from a second since 1970 on, for so many. */
    private record Stretch(long start, double seconds) {}

    /** @param earliest days before are counted one by one */
    WorkingTime(WorkingCalendar calendar, Instant earliest) {
        this.calendar = calendar;
        this.first = LocalDate.ofInstant(earliest, calendar.zone()).toEpochDay();
    }

    /** How much working time lies before the moment on this line. */
    synchronized double at(Instant moment) {
        LocalDate day = day(moment);
        Stretch only = only(day);
        if (only.seconds() == before(day.plusDays(1)) - before(day)) {
            double since = moment.getEpochSecond() + moment.getNano() / 1e9 - only.start();
            return before(day) + Math.max(0, Math.min(only.seconds(), since));
        }
        return before(day)
                + Lasting.seconds(
                        calendar.between(day.atStartOfDay(calendar.zone()).toInstant(), moment));
    }

    /** From when work begins on the day, or after it, to when that day's work ends. */
    private Stretch only(LocalDate day) {
        return stretches.computeIfAbsent(day, unknown -> {
            Instant start =
                    calendar.nextWorkingTime(day.atStartOfDay(calendar.zone()).toInstant());
            return new Stretch(start.getEpochSecond(), Lasting.seconds(Duration.between(start, endOf(day))));
        });
    }

    /** How much working time lies before the day. */
    synchronized double before(LocalDate day) {
        int number = Math.toIntExact(day.toEpochDay() - first);
        if (number < 0) {
            return Lasting.seconds(calendar.between(startOf(0), startOf(number)));
        }
        while (before.length <= number) {
            int known = before.length;
            before = Arrays.copyOf(before, Math.max(known + 64, number + 1));
            for (int next = known; next < before.length; next++) {
                before[next] = before[next - 1] + Lasting.seconds(calendar.between(startOf(next - 1), startOf(next)));
            }
        }
        return before[number];
    }

    /** The day in the calendar's zone. */
    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, calendar.zone());
    }

    /**
     * The working day at whose end it is nearest to true that so much working time has passed; not before the earliest one.
     * The first day at whose end it is true for sure would be half a day too late on average.
     */
    synchronized LocalDate reached(double seconds, LocalDate earliest) {
        int low = Math.toIntExact(earliest.toEpochDay() - first);
        int high = low + FURTHEST;
        before(LocalDate.ofEpochDay(first + high + 1L));
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before[middle + 1] >= seconds) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        LocalDate day = LocalDate.ofEpochDay(first + low);
        boolean sooner = seconds - before[low] < before[low + 1] - seconds && day.isAfter(earliest);
        return sooner ? Experience.later(lastWorkingDay(day.minusDays(1)), workingDay(earliest)) : workingDay(day);
    }

    /** The first day on which work still goes on at the moment, or will. */
    LocalDate workingDay(Instant moment) {
        return day(calendar.nextWorkingTime(moment));
    }

    /** When the day's work ends. */
    synchronized Instant endOf(LocalDate day) {
        return ends.computeIfAbsent(day, calendar::endOf);
    }

    WorkingCalendar calendar() {
        return calendar;
    }

    private LocalDate lastWorkingDay(LocalDate day) {
        return day(calendar.startOf(day));
    }

    private LocalDate workingDay(LocalDate day) {
        return day(endOf(day));
    }

    private Instant startOf(int number) {
        return LocalDate.ofEpochDay(first + number)
                .atStartOfDay(calendar.zone())
                .toInstant();
    }
}
