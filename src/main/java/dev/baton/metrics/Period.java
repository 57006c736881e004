package dev.baton.metrics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time, from its first moment up to, not including, its end.
 *
 * @throws IllegalArgumentException if it ends before it begins, or at once
 */
public record Period(Instant from, Instant to) {

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("The period " + from + " to " + to + " is empty");
        }
    }

    /** Whether a moment in whole milliseconds lies in it. */
    boolean has(long millis) {
        return millis >= firstMillis(from) && millis < firstMillis(to);
    }

    /** The first whole millisecond that is not before the moment. */
    private static long firstMillis(Instant moment) {
        long millis = moment.toEpochMilli();
        return moment.getNano() % 1_000_000 == 0 ? millis : millis + 1;
    }

    /** Where the days, weeks or months of a zone end in it, and at last where it ends itself. Weeks begin on Monday. */
    List<Instant> ends(ChronoUnit unit, ZoneId zone) {
        LocalDate next = next(LocalDate.ofInstant(from, zone), unit);
        List<Instant> ends = new ArrayList<>();
        while (next.atStartOfDay(zone).toInstant().isBefore(to)) {
            ends.add(next.atStartOfDay(zone).toInstant());
            next = next.plus(1, unit);
        }
        ends.add(to);
        return ends;
    }

    private static LocalDate next(LocalDate first, ChronoUnit unit) {
        return switch (unit) {
            case WEEKS -> first.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONTHS -> first.withDayOfMonth(1).plusMonths(1);
            default -> first.plusDays(1);
        };
    }

    /** Days where there are no more than so many of them, else weeks where there are not, else months. */
    ChronoUnit unit(long most) {
        long days = ChronoUnit.DAYS.between(from, to);
        return days <= most ? ChronoUnit.DAYS : days <= 7 * most ? ChronoUnit.WEEKS : ChronoUnit.MONTHS;
    }

    /** Whether the moment lies in it. */
    public boolean has(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }
}
