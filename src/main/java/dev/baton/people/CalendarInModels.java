package dev.baton.people;

import dev.baton.engine.spi.ExpressionName;
import dev.baton.engine.spi.ExpressionScope;
import dev.baton.engine.spi.ModelVisible;
import java.time.Clock;
import java.util.Date;
import org.springframework.stereotype.Component;

/**
 * {@code calendar} in a model's expressions, for due dates and timers: {@code ${calendar.workingDays(3)}}. It is the
 * calendar of the team that has the request, else the organisation's.
 */
@Component
class CalendarInModels implements ExpressionName {

    private final People people;
    private final Clock clock;

    CalendarInModels(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public Object valueFor(ExpressionScope scope) {
        return new FromNow(
                TeamInModels.of(scope, people).map(Team::calendar).orElseGet(people::defaultCalendar), clock);
    }

    /** Moments counted from now; the engine's timers and due dates take them as they are. */
    @ModelVisible
    static final class FromNow {

        private final WorkingCalendar calendar;
        private final Clock clock;

        FromNow(WorkingCalendar calendar, Clock clock) {
            this.calendar = calendar;
            this.clock = clock;
        }

        /** The end of the day's work this many working days from today. */
        public Date workingDays(int days) {
            return in(BusinessDuration.ofDays(days));
        }

        /** This many working hours from now. */
        public Date workingHours(int hours) {
            return in(BusinessDuration.ofHours(hours));
        }

        /** The moment that a due date means: {@code P3D}, {@code 2026-12-01}, or a date and time. */
        public Date due(String text) {
            return Date.from(calendar.due(text, clock.instant()));
        }

        public boolean isWorkingTime() {
            return calendar.isWorkingTime(clock.instant());
        }

        private Date in(BusinessDuration duration) {
            return Date.from(calendar.plus(clock.instant(), duration));
        }
    }
}
