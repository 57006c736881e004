package dev.baton.metrics.charts;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Time, marked where hours, days, weeks, months or years begin in the zone, whichever there is room for. */
record TimeAxis(Instant from, Instant to, ZoneId zone) implements Axis {

    /** What stands between two marks. */
    private enum Step {
        HOUR(1, ChronoUnit.HOURS, "HH:mm"),
        THREE_HOURS(3, ChronoUnit.HOURS, "HH:mm"),
        SIX_HOURS(6, ChronoUnit.HOURS, "HH:mm"),
        DAY(1, ChronoUnit.DAYS, "d MMM"),
        TWO_DAYS(2, ChronoUnit.DAYS, "d MMM"),
        WEEK(1, ChronoUnit.WEEKS, "d MMM"),
        TWO_WEEKS(2, ChronoUnit.WEEKS, "d MMM"),
        MONTH(1, ChronoUnit.MONTHS, "MMM"),
        TWO_MONTHS(2, ChronoUnit.MONTHS, "MMM"),
        QUARTER(3, ChronoUnit.MONTHS, "MMM"),
        HALF_YEAR(6, ChronoUnit.MONTHS, "MMM"),
        YEAR(1, ChronoUnit.YEARS, "yyyy"),
        FIVE_YEARS(5, ChronoUnit.YEARS, "yyyy"),
        TWENTY_YEARS(20, ChronoUnit.YEARS, "yyyy");

        private final int amount;
        private final ChronoUnit unit;
        private final String pattern;

        Step(int amount, ChronoUnit unit, String pattern) {
            this.amount = amount;
            this.unit = unit;
            this.pattern = pattern;
        }

        /** The last beginning of such a step that is not after the moment. */
        private ZonedDateTime before(ZonedDateTime moment) {
            ZonedDateTime day = moment.toLocalDate().atStartOfDay(moment.getZone());
            return switch (unit) {
                case HOURS -> day.plusHours(moment.getHour() / amount * (long) amount);
                case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTHS -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / amount * amount + 1);
                case YEARS -> day.withDayOfYear(1).withYear(day.getYear() / amount * amount);
                default -> day;
            };
        }
    }

    private static final DateTimeFormatter WITH_YEAR = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    @Override
    public String title() {
        return "";
    }

    @Override
    public Scale scale(int most) {
        List<Tick> ticks = List.of();
        for (Step step : Step.values()) {
            if (expected(step) > most + 1.0) {
                continue;
            }
            ticks = ticks(step);
            if (ticks.size() <= most) {
                break;
            }
        }
        return new Scale(from.toEpochMilli(), to.toEpochMilli(), ticks);
    }

    /** Roughly how many marks there would be, so that nobody counts the hours of a century. */
    private double expected(Step step) {
        double seconds = (to.toEpochMilli() - from.toEpochMilli()) / 1000.0;
        return seconds / (step.amount * (double) step.unit.getDuration().toSeconds());
    }

    private List<Tick> ticks(Step step) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(step.pattern, Locale.ENGLISH);
        List<Tick> ticks = new ArrayList<>();
        int year = -1;
        ZonedDateTime at = step.before(from.atZone(zone));
        while (!at.toInstant().isAfter(to)) {
            if (!at.toInstant().isBefore(from)) {
                boolean said = step.unit != ChronoUnit.MONTHS || at.getYear() == year;
                ticks.add(new Tick(at.toInstant().toEpochMilli(), said ? format.format(at) : WITH_YEAR.format(at)));
                year = at.getYear();
            }
            at = at.plus(step.amount, step.unit);
        }
        return ticks;
    }
}
