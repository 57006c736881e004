package dev.baton.inbox;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyListAccessor;
import net.fortuna.ical4j.util.CompatibilityHints;
import org.jspecify.annotations.Nullable;

/**
 * A meeting that a mail proposes, moves, calls off or answers (RFC 5546, RFC 6047).
 *
 * @param kind which note says so: {@code invitation}, {@code invitation-cancelled}, {@code invitation-accepted},
 *     {@code invitation-declined}, {@code invitation-tentative} or {@code invitation-answered}
 * @param when day and time with the zone that the calendar names
 */
record Invitation(String kind, String what, String when, String where, String organizer) {

    private static final int LARGEST = 512 * 1024;
    private static final int LONGEST = 300;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    static {
        List.of(
                        CompatibilityHints.KEY_RELAXED_PARSING,
                        CompatibilityHints.KEY_RELAXED_UNFOLDING,
                        CompatibilityHints.KEY_RELAXED_VALIDATION,
                        CompatibilityHints.KEY_OUTLOOK_COMPATIBILITY)
                .forEach(hint -> CompatibilityHints.setHintEnabled(hint, true));
    }

    /** Nothing if it cannot be read, or is no meeting. */
    static Optional<Invitation> in(byte[] bytes, @Nullable String charset) {
        if (bytes.length > LARGEST) {
            return Optional.empty();
        }
        try {
            Calendar calendar = new CalendarBuilder().build(new StringReader(MailCharset.decode(bytes, charset)));
            return calendar.getComponents().stream()
                    .filter(component -> component.getName().equals(Component.VEVENT))
                    .findFirst()
                    .map(event -> of(text(calendar, Property.METHOD), event));
        } catch (IOException | ParserException | RuntimeException | StackOverflowError broken) {
            return Optional.empty();
        }
    }

    private static Invitation of(String method, Component event) {
        return new Invitation(
                kind(method.toUpperCase(Locale.ROOT), event),
                text(event, Property.SUMMARY),
                when(event),
                text(event, Property.LOCATION),
                text(event, Property.ORGANIZER).replaceFirst("(?i)^mailto:", ""));
    }

    private static String kind(String method, Component event) {
        return switch (method) {
            case "CANCEL" -> "invitation-cancelled";
            case "REPLY" -> answer(event);
            default -> "invitation";
        };
    }

    private static String answer(Component event) {
        String status = event.<Property>getProperty(Property.ATTENDEE)
                .flatMap(attendee -> attendee.<Parameter>getParameter(Parameter.PARTSTAT))
                .map(Parameter::getValue)
                .orElse("");
        return switch (status.toUpperCase(Locale.ROOT)) {
            case "ACCEPTED" -> "invitation-accepted";
            case "DECLINED" -> "invitation-declined";
            case "TENTATIVE" -> "invitation-tentative";
            default -> "invitation-answered";
        };
    }

    private static String text(PropertyListAccessor owner, String name) {
        String value = owner.<Property>getProperty(name).map(Property::getValue).orElse("");
        String line = value.replaceAll("\\s+", " ").strip();
        return Readable.text(line, LONGEST);
    }

    private static String when(Component event) {
        String start = text(event, Property.DTSTART);
        String end = text(event, Property.DTEND);
        return time(start)
                .map(from -> from.format(DAY) + ", " + from.format(TIME) + until(from, end) + zone(event, start))
                .or(() -> day(start).map(day -> day.format(DAY)))
                .orElse(start);
    }

    private static String until(LocalDateTime from, String end) {
        return time(end)
                .map(to -> from.toLocalDate().equals(to.toLocalDate())
                        ? to.format(TIME)
                        : to.format(DAY) + ", " + to.format(TIME))
                .map(to -> "\u2013" + to)
                .orElse("");
    }

    private static String zone(Component event, String start) {
        String named = event.<Property>getProperty(Property.DTSTART)
                .flatMap(property -> property.<Parameter>getParameter(Parameter.TZID))
                .map(Parameter::getValue)
                .orElse(start.endsWith("Z") ? "UTC" : "");
        return named.isEmpty() ? "" : " (" + named + ")";
    }

    private static Optional<LocalDateTime> time(String stamp) {
        try {
            return Optional.of(LocalDateTime.parse(stamp.replaceFirst("Z$", ""), STAMP));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String stamp) {
        try {
            return Optional.of(LocalDate.parse(stamp, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    /** In a few lines, each thing on its own. */
    String text() {
        return said("\n");
    }

    Note note() {
        return Note.of(kind, said(", "));
    }

    private String said(String between) {
        return Stream.of(what, when, where, organizer)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining(between));
    }
}
