package dev.baton.people;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The days off of a country or region, as the jollyday library knows them, and those a team adds. Only public holidays
 * count; a bank holiday or an observance is a day of work.
 */
final class Holidays {

    /** A country the library does not know, or a region the country does not have. */
    static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;

        Unknown(String code) {
            super(code);
        }
    }

    private final String country;
    private final String[] region;
    private final Set<LocalDate> extra;
    private final ConcurrentHashMap<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    private Holidays(String country, String[] region, Set<LocalDate> extra) {
        this.country = country;
        this.region = region;
        this.extra = Set.copyOf(extra);
    }

    static Holidays none() {
        return new Holidays("", new String[0], Set.of());
    }

    /** @param code an ISO 3166 country, with its parts after dashes where the law differs: {@code de}, {@code de-be} */
    static Holidays of(String code) throws Unknown {
        List<String> parts = List.of(code.strip().toLowerCase(Locale.ROOT).split("-", -1));
        boolean known = HolidayManager.getSupportedCalendarCodes().stream().anyMatch(parts.get(0)::equalsIgnoreCase);
        if (!known) {
            throw new Unknown(code);
        }
        var place = manager(parts.get(0)).getCalendarHierarchy();
        for (String part : parts.subList(1, parts.size())) {
            place = place.getChildren().get(part);
            if (place == null) {
                throw new Unknown(code);
            }
        }
        return new Holidays(parts.get(0), parts.subList(1, parts.size()).toArray(String[]::new), Set.of());
    }

    Holidays and(Set<LocalDate> days) {
        return days.isEmpty() ? this : new Holidays(country, region, days);
    }

    boolean contains(LocalDate day) {
        return extra.contains(day)
                || (!country.isEmpty()
                        && years.computeIfAbsent(day.getYear(), this::ofYear).contains(day));
    }

    private Set<LocalDate> ofYear(int year) {
        return manager(country).getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, region).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static HolidayManager manager(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country));
    }
}
