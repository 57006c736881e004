package dev.baton.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;

/** What a model can write as a due date. */
sealed interface DueText {

    /** The moment this means in the calendar, when it is read at {@code from}. */
    Instant in(WorkingCalendar calendar, Instant from);

    /** @throws IllegalArgumentException if it is neither working time nor an ISO 8601 date, with or without a time */
    static DueText of(String text) {
        String stripped = text.strip();
        return BusinessDuration.parse(stripped).<DueText>map(After::new).orElseGet(() -> moment(stripped));
    }

    private static DueText moment(String text) {
        try {
            TemporalAccessor parsed = text.indexOf('T') < 0
                    ? LocalDate.parse(text)
                    : DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime exact
                    ? new At(exact.toInstant())
                    : parsed instanceof LocalDateTime local ? new LocalTime(local) : new On((LocalDate) parsed);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "Neither working time such as P3D nor a date such as 2026-12-01: '" + text + "'", e);
        }
    }

    /** Working time from now. */
    record After(BusinessDuration duration) implements DueText {
        @Override
        public Instant in(WorkingCalendar calendar, Instant from) {
            return calendar.plus(from, duration);
        }
    }

    /** The end of a day's work. */
    record On(LocalDate day) implements DueText {
        @Override
        public Instant in(WorkingCalendar calendar, Instant from) {
            return calendar.endOf(day);
        }
    }

    /** A time on the calendar's clocks. */
    record LocalTime(LocalDateTime time) implements DueText {
        @Override
        public Instant in(WorkingCalendar calendar, Instant from) {
            return time.atZone(calendar.zone()).toInstant();
        }
    }

    /** An instant as it is. */
    record At(Instant moment) implements DueText {
        @Override
        public Instant in(WorkingCalendar calendar, Instant from) {
            return moment;
        }
    }
}
