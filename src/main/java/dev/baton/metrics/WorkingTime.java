package dev.baton.metrics;

import dev.baton.people.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * One calendar's working time laid out as a line of seconds, so that lengths are counted and days found by looking them
 * up instead of walking over every day between. Grows as far as it is asked; for one thread.
 */
final class WorkingTime {

    /** About five years after the last moment asked for; who says later says nothing. */
    static final int FURTHEST = 1_826;

    private final WorkingCalendar calendar;
    private final long first;
    /** The working seconds before each day. */
    private double[] before = new double[1];

    private final Map<LocalDate, Instant> ends = new HashMap<>();

    /** @param earliest no moment before its day may be asked for */
    WorkingTime(WorkingCalendar calendar, Instant earliest) {
        this.calendar = calendar;
        this.first = LocalDate.ofInstant(earliest, calendar.zone()).toEpochDay();
    }

    /** How much working time lies before the moment on this line. */
    double at(Instant moment) {
        LocalDate day = day(moment);
        return before(day)
                + Lasting.seconds(
                        calendar.between(day.atStartOfDay(calendar.zone()).toInstant(), moment));
    }

    /** How much working time lies before the day. */
    double before(LocalDate day) {
        int number = Math.toIntExact(day.toEpochDay() - first);
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

    /** The first day at whose end so much working time has passed; not before the earliest one. A day of work. */
    LocalDate reached(double seconds, LocalDate earliest) {
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
        return workingDay(LocalDate.ofEpochDay(first + low));
    }

    /** The first day on which work still goes on at the moment, or will. */
    LocalDate workingDay(Instant moment) {
        return day(calendar.nextWorkingTime(moment));
    }

    /** When the day's work ends. */
    Instant endOf(LocalDate day) {
        return ends.computeIfAbsent(day, calendar::endOf);
    }

    WorkingCalendar calendar() {
        return calendar;
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
