package dev.baton.engine;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.CronTimer;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;

/**
 * What a timer of a model says, read as the engine reads it (Camunda manual, "Timer Events"): since 7.24 a cron
 * expression is that of Spring 5.3, no longer that of Quartz.
 */
public enum TimerText {
    /** One moment, ISO 8601. */
    DATE {
        @Override
        Optional<Instant> read(String text, Instant from) {
            return Optional.of(new DueDateBusinessCalendar()
                    .resolveDuedate(text, Date.from(from))
                    .toInstant());
        }
    },
    /** So much later, ISO 8601, by the clock and not in working time. */
    DURATION {
        @Override
        Optional<Instant> read(String text, Instant from) {
            return Optional.of(new DurationBusinessCalendar()
                    .resolveDuedate(text, Date.from(from))
                    .toInstant());
        }
    },
    /** Again and again: an ISO 8601 repetition such as {@code R3/PT10M}, or a cron expression. */
    CYCLE {
        @Override
        Optional<Instant> read(String text, Instant from) throws ParseException {
            if (text.startsWith("R")) {
                return Optional.ofNullable(new CycleBusinessCalendar().resolveDuedate(text, Date.from(from)))
                        .map(Date::toInstant);
            }
            Date next = CronTimer.parse(text).getDueDate(Date.from(from));
            return next.toInstant().equals(Date.from(from).toInstant())
                    ? Optional.empty()
                    : Optional.of(next.toInstant());
        }
    };

    /**
     * When the timer would go off first.
     *
     * @param from when work comes to it
     * @return nothing if it never would; the engine takes such a one for due at once
     * @throws IllegalArgumentException if the engine cannot read the text
     */
    public Optional<Instant> first(String text, Instant from) {
        try {
            return read(text, from);
        } catch (ProcessEngineException | ParseException unreadable) {
            throw new IllegalArgumentException("No timer can be read from '" + text + "'", unreadable);
        }
    }

    abstract Optional<Instant> read(String text, Instant from) throws ParseException;
}
