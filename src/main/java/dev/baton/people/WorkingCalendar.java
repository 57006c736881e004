package dev.baton.people;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * When a team works: zone, hours of each weekday, days off. Everything is counted along real instants, so a day on which
 * the clocks change is as long as it really is.
 */
public final class WorkingCalendar {

    private static final WorkingHours NINE_TO_FIVE = new WorkingHours(LocalTime.of(9, 0), LocalTime.of(17, 0));

    private final ZoneId zone;
    private final Map<DayOfWeek, List<WorkingHours>> week;
    private final Holidays holidays;

    WorkingCalendar(ZoneId zone, Map<DayOfWeek, List<WorkingHours>> week, Holidays holidays) {
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("A calendar needs at least one working day");
        }
        this.zone = zone;
        this.week = Map.copyOf(week);
        this.holidays = holidays;
    }

    /** Monday to Friday, nine to five, no holidays. */
    public static WorkingCalendar nineToFive(ZoneId zone) {
        return new WorkingCalendar(zone, nineToFive(), Holidays.none());
    }

    static Map<DayOfWeek, List<WorkingHours>> nineToFive() {
        Map<DayOfWeek, List<WorkingHours>> week = new EnumMap<>(DayOfWeek.class);
        Stream.of(DayOfWeek.values())
                .filter(day -> day.compareTo(DayOfWeek.SATURDAY) < 0)
                .forEach(day -> week.put(day, List.of(NINE_TO_FIVE)));
        return week;
    }

    /** Where the calendar's days begin and end. */
    public ZoneId zone() {
        return zone;
    }

    /** Whether anybody works on this day at all. */
    public boolean isWorkingDay(LocalDate day) {
        return !hours(day).isEmpty();
    }

    /** Whether work is going on at this moment. */
    public boolean isWorkingTime(Instant moment) {
        return hoursOf(day(moment)).stream().anyMatch(stretch -> stretch.contains(moment));
    }

    /** The moment itself if it is working time, else the start of the next stretch of work. */
    public Instant nextWorkingTime(Instant moment) {
        for (LocalDate day = day(moment); ; day = day.plusDays(1)) {
            for (Stretch stretch : hoursOf(day)) {
                if (stretch.end().isAfter(moment)) {
                    return stretch.start().isAfter(moment) ? stretch.start() : moment;
                }
            }
        }
    }

    /** When this day's work ends; on a day off, when the next working day's does. */
    public Instant endOf(LocalDate day) {
        List<Stretch> stretches = hoursOf(firstWorkingDay(day, 1));
        return stretches.get(stretches.size() - 1).end();
    }

    /** When this day's work begins; on a day off, when the working day before it did. */
    public Instant startOf(LocalDate day) {
        return hoursOf(firstWorkingDay(day, -1)).get(0).start();
    }

    /**
     * Where a promise of this length ends that is given now. Days lead to the end of the day's work, as many working days
     * after today; no days at all stay where they are; hours count working time from there.
     */
    public Instant plus(Instant from, BusinessDuration duration) {
        Instant dayReached = duration.days() == 0 ? from : endOf(workingDaysFrom(day(from), duration.days()));
        return forward(dayReached, duration.time());
    }

    /**
     * When to begin so that {@link #plus} leads here: the hours before it in working time, and for days the start of the
     * day's work that many working days before.
     */
    public Instant minus(Instant until, BusinessDuration duration) {
        Instant hoursBefore = backward(until, duration.time());
        return duration.days() == 0 ? hoursBefore : startOf(workingDaysFrom(day(hoursBefore), -duration.days()));
    }

    /**
     * The moment that a due date in a model means: working time from now ({@code P3D}), the end of a day's work
     * ({@code 2026-12-01}), or a date and time with offset, or without one in this calendar's zone.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public Instant due(String text, Instant from) {
        return DueText.of(text).in(this, from);
    }

    /** Working time from one moment to the other; negative if the second comes first. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        Duration sum = Duration.ZERO;
        LocalDate last = day(to);
        for (LocalDate day = day(from); !day.isAfter(last); day = day.plusDays(1)) {
            for (Stretch stretch : hoursOf(day)) {
                sum = sum.plus(stretch.within(from, to));
            }
        }
        return sum;
    }

    /** Working time of a usual day: the longest of the week. Turns hours of work into days for people to read. */
    public Duration usualDay() {
        return week.values().stream()
                .map(hours -> hours.stream()
                        .map(each -> Duration.between(each.start(), each.end()))
                        .reduce(Duration.ZERO, Duration::plus))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private Instant forward(Instant from, Duration time) {
        Duration left = time;
        for (LocalDate day = day(from); !left.isZero(); day = day.plusDays(1)) {
            for (Stretch stretch : hoursOf(day)) {
                Duration here = stretch.within(from, Instant.MAX);
                if (here.compareTo(left) >= 0) {
                    return stretch.end().minus(here).plus(left);
                }
                left = left.minus(here);
            }
        }
        return from;
    }

    private Instant backward(Instant until, Duration time) {
        Duration left = time;
        for (LocalDate day = day(until); !left.isZero(); day = day.minusDays(1)) {
            List<Stretch> stretches = hoursOf(day);
            for (int i = stretches.size() - 1; i >= 0; i--) {
                Duration here = stretches.get(i).within(Instant.MIN, until);
                if (here.compareTo(left) >= 0) {
                    return stretches.get(i).start().plus(here).minus(left);
                }
                left = left.minus(here);
            }
        }
        return until;
    }

    private LocalDate workingDaysFrom(LocalDate day, int days) {
        int step = Integer.signum(days);
        LocalDate reached = day;
        for (int i = 0; i < Math.abs(days); i++) {
            reached = firstWorkingDay(reached.plusDays(step), step);
        }
        return reached;
    }

    private LocalDate firstWorkingDay(LocalDate day, int step) {
        LocalDate reached = day;
        while (!isWorkingDay(reached)) {
            reached = reached.plusDays(step);
        }
        return reached;
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private List<WorkingHours> hours(LocalDate day) {
        List<WorkingHours> hours = week.getOrDefault(day.getDayOfWeek(), List.of());
        return hours.isEmpty() || holidays.contains(day) ? List.of() : hours;
    }

    /** When work goes on that day, in order; empty on a day off. */
    public List<Stretch> hoursOf(LocalDate day) {
        return hours(day).stream()
                .map(hours -> new Stretch(at(day, hours.start()), at(day, hours.end())))
                .toList();
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    /** Working hours on one day, from the start to just before the end. */
    public record Stretch(Instant start, Instant end) {

        boolean contains(Instant moment) {
            return !moment.isBefore(start) && moment.isBefore(end);
        }

        Duration within(Instant from, Instant to) {
            Instant first = from.isAfter(start) ? from : start;
            Instant last = to.isBefore(end) ? to : end;
            return last.isAfter(first) ? Duration.between(first, last) : Duration.ZERO;
        }
    }
}
