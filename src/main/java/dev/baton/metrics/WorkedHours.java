package dev.baton.metrics;

import dev.baton.people.WorkingCalendar;
import dev.baton.people.WorkingCalendar.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One team's hours laid out one behind the other, so that the working time between two moments is looked up instead of
 * added up day by day. Grows as far as it is asked.
 */
final class WorkedHours {

    private static final int MORE_BEFORE = 366;
    private static final int MORE_AFTER = 31;

    private final WorkingCalendar calendar;
    private final Map<LocalDate, List<Stretch>> recorded;
    private volatile Line line = new Line(LocalDate.MAX, LocalDate.MIN, new long[0], new long[0], new long[0]);

    /**
     * @param calendar for the days that are not recorded
     * @param recorded the hours of days as they were when the day began
     */
    WorkedHours(WorkingCalendar calendar, Map<LocalDate, List<Stretch>> recorded) {
        this.calendar = calendar;
        this.recorded = recorded;
    }

    /** From the first day to the last: when each stretch begins and ends, and the milliseconds worked before it. */
    private record Line(LocalDate first, LocalDate last, long[] begins, long[] ends, long[] before) {

        long workedUntil(long moment) {
            int place = Arrays.binarySearch(begins, moment);
            int stretch = place >= 0 ? place : -place - 2;
            return stretch < 0 ? 0 : before[stretch] + Math.min(moment, ends[stretch]) - begins[stretch];
        }
    }

    /** Working time from one moment to a later one, in seconds. */
    double between(Instant from, Instant to) {
        Line reaching = reaching(day(from).minusDays(1), day(to).plusDays(1));
        return (reaching.workedUntil(to.toEpochMilli()) - reaching.workedUntil(from.toEpochMilli())) / 1000.0;
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, calendar.zone());
    }

    private Line reaching(LocalDate first, LocalDate last) {
        Line known = line;
        return first.isBefore(known.first()) || last.isAfter(known.last()) ? longer(first, last) : known;
    }

    private synchronized Line longer(LocalDate first, LocalDate last) {
        Line known = line;
        LocalDate from = first.isBefore(known.first()) ? first.minusDays(MORE_BEFORE) : known.first();
        LocalDate to = last.isAfter(known.last()) ? last.plusDays(MORE_AFTER) : known.last();
        line = laidOut(from, to);
        return line;
    }

    /** Where a zone was changed overnight, hours of both days may overlap: they are worked once. */
    private Line laidOut(LocalDate from, LocalDate to) {
        List<Stretch> stretches = from.datesUntil(to.plusDays(1))
                .flatMap(day -> hours(day).stream())
                .toList();
        int size = stretches.size();
        Line laidOut = new Line(from, to, new long[size], new long[size], new long[size]);
        long worked = 0;
        long end = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            long begin = Math.max(end, stretches.get(i).start().toEpochMilli());
            end = Math.max(begin, stretches.get(i).end().toEpochMilli());
            laidOut.begins()[i] = begin;
            laidOut.ends()[i] = end;
            laidOut.before()[i] = worked;
            worked += end - begin;
        }
        return laidOut;
    }

    private List<Stretch> hours(LocalDate day) {
        List<Stretch> known = recorded.get(day);
        return known == null ? calendar.hoursOf(day) : known;
    }
}
