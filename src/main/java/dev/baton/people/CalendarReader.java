package dev.baton.people;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one calendar of the people file; what it leaves out comes from the organisation's. */
final class CalendarReader {

    static final String[] KEYS = {"zone", "hours", "holidays", "closed"};

    private final ZoneId zone;
    private final Map<DayOfWeek, List<WorkingHours>> week;
    private final Holidays holidays;
    private final Set<LocalDate> closed;

    private CalendarReader(
            ZoneId zone, Map<DayOfWeek, List<WorkingHours>> week, Holidays holidays, Set<LocalDate> closed) {
        this.zone = zone;
        this.week = week;
        this.holidays = holidays;
        this.closed = closed;
    }

    static CalendarReader nineToFive() {
        return new CalendarReader(ZoneId.of("UTC"), WorkingCalendar.nineToFive(), Holidays.none(), Set.of());
    }

    WorkingCalendar calendar() {
        return new WorkingCalendar(zone, week, holidays.and(closed));
    }

    /** This calendar with what the entries say otherwise. */
    CalendarReader with(Map<String, YamlPart> entries) {
        return new CalendarReader(
                Optional.ofNullable(entries.get("zone"))
                        .flatMap(CalendarReader::zone)
                        .orElse(zone),
                Optional.ofNullable(entries.get("hours"))
                        .flatMap(CalendarReader::week)
                        .orElse(week),
                Optional.ofNullable(entries.get("holidays"))
                        .flatMap(CalendarReader::holidays)
                        .orElse(holidays),
                Optional.ofNullable(entries.get("closed"))
                        .map(CalendarReader::closed)
                        .orElse(closed));
    }

    static Optional<ZoneId> zone(YamlPart part) {
        return part.read("no-zone", text -> {
            try {
                return Optional.of(ZoneId.of(text));
            } catch (DateTimeException unknown) {
                return Optional.empty();
            }
        });
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<Holidays> holidays(YamlPart part) {
        return part.read("no-holidays", text -> {
            try {
                return Optional.of(text.equals("none") ? Holidays.none() : Holidays.of(text));
            } catch (Holidays.Unknown unknown) {
                return Optional.empty();
            }
        });
    }

    private static Set<LocalDate> closed(YamlPart part) {
        return new HashSet<>(part.readAll("no-date", CalendarReader::date));
    }

    private static Optional<Map<DayOfWeek, List<WorkingHours>>> week(YamlPart part) {
        Map<DayOfWeek, List<WorkingHours>> week = new EnumMap<>(DayOfWeek.class);
        part.entries().forEach((days, hours) -> {
            List<DayOfWeek> named = days(days);
            if (named.isEmpty()) {
                hours.flaw("no-weekday", days);
            }
            List<WorkingHours> stretches = hours.readAll("no-hours", CalendarReader::hours);
            named.forEach(day -> week.put(day, ordered(hours, stretches)));
        });
        if (week.values().stream().allMatch(List::isEmpty)) {
            part.flaw("no-work");
            return Optional.empty();
        }
        return Optional.of(week);
    }

    private static List<WorkingHours> ordered(YamlPart part, List<WorkingHours> stretches) {
        for (int i = 1; i < stretches.size(); i++) {
            if (stretches.get(i).start().isBefore(stretches.get(i - 1).end())) {
                part.flaw("hours-overlap");
                return stretches.subList(0, i);
            }
        }
        return stretches;
    }

    /** {@code monday} or {@code monday-friday}. */
    private static List<DayOfWeek> days(String text) {
        List<Optional<DayOfWeek>> ends = Arrays.stream(text.split("-", 2))
                .map(String::strip)
                .map(CalendarReader::weekday)
                .toList();
        if (ends.stream().anyMatch(Optional::isEmpty)) {
            return List.of();
        }
        List<DayOfWeek> days = new ArrayList<>();
        DayOfWeek last = ends.get(ends.size() - 1).orElseThrow();
        for (DayOfWeek day = ends.get(0).orElseThrow(); ; day = day.plus(1)) {
            days.add(day);
            if (day == last) {
                return days;
            }
        }
    }

    private static Optional<DayOfWeek> weekday(String text) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** {@code 09:00-17:00}. */
    private static Optional<WorkingHours> hours(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            return Optional.empty();
        }
        try {
            LocalTime start = LocalTime.parse(ends[0].strip());
            LocalTime end = LocalTime.parse(ends[1].strip());
            return start.isBefore(end) ? Optional.of(new WorkingHours(start, end)) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
