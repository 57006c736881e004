package dev.baton.metrics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the times of event logs: ISO 8601 with a T or a space, with or without an offset, a date alone, the same with
 * slashes or as {@code 31.12.2025 17:00}, and milliseconds or seconds since 1970. Dates such as {@code 03/04/2025} are
 * refused, since nobody can tell the day from the month.
 */
final class LogTimes {

    private static final Pattern NUMBER = Pattern.compile("\\d{10}|\\d{13}");
    private static final Pattern OFFSET = Pattern.compile(".*\\d(Z|[+-]\\d{2}(:?\\d{2})?)");
    private static final Pattern SHORT_OFFSET = Pattern.compile("([+-]\\d{2})(\\d{2})?$");
    private static final Pattern GERMAN = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(.*)");

    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .toFormatter();

    private final @Nullable ZoneId zone;

    LogTimes(@Nullable ZoneId zone) {
        this.zone = zone;
    }

    /** Why a text is no time; a key of {@code metrics.log}. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String key;

        Unreadable(String key) {
            super(key);
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /** @param endOfDay whether a date alone means its end: of a date that is due, one has the whole day */
    Instant read(String text, boolean endOfDay) throws Unreadable {
        String time = text.strip();
        if (time.isEmpty()) {
            throw new Unreadable("no-time");
        }
        try {
            if (NUMBER.matcher(time).matches()) {
                long number = Long.parseLong(time);
                return time.length() == 13 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
            }
            return calendar(iso(time), endOfDay);
        } catch (DateTimeException unreadable) {
            throw new Unreadable("time");
        }
    }

    private Instant calendar(String time, boolean endOfDay) throws Unreadable {
        if (time.contains("T")
                && OFFSET.matcher(time.substring(time.indexOf('T'))).matches()) {
            return OffsetDateTime.parse(withMinutes(time)).toInstant();
        }
        if (zone == null) {
            LocalDate.parse(time.substring(0, Math.min(10, time.length())));
            throw new Unreadable("no-zone");
        }
        if (!time.contains("T")) {
            LocalDate day = LocalDate.parse(time);
            return (endOfDay ? day.plusDays(1) : day).atStartOfDay(zone).toInstant();
        }
        return LocalDateTime.parse(time, LOCAL).atZone(zone).toInstant();
    }

    /** With a T between day and time, the year first, and a point before fractions. */
    private static String iso(String time) {
        String iso = time;
        var german = GERMAN.matcher(iso);
        if (german.matches()) {
            iso = "%s-%2s-%2s%s".formatted(german.group(3), german.group(2), german.group(1), german.group(4));
            iso = iso.substring(0, 10).replace(' ', '0') + iso.substring(10);
        }
        if (iso.length() > 10 && iso.charAt(4) == '/' && iso.charAt(7) == '/') {
            iso = iso.substring(0, 10).replace('/', '-') + iso.substring(10);
        }
        if (iso.length() > 11 && iso.charAt(10) == ' ') {
            iso = iso.substring(0, 10) + "T" + iso.substring(11);
        }
        return iso.replace(" ", "").replace(',', '.').replaceFirst("UTC$", "Z");
    }

    private static String withMinutes(String time) {
        var offset = SHORT_OFFSET.matcher(time);
        return offset.find()
                ? time.substring(0, offset.start())
                        + offset.group(1)
                        + ":"
                        + (offset.group(2) == null ? "00" : offset.group(2))
                : time;
    }
}
