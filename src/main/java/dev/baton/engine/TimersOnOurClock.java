package dev.baton.engine;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendarManager;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.jspecify.annotations.Nullable;

/** Timers of a duration begin when our clock says it is; the engine would ask its own, which is one for the whole JVM. */
final class TimersOnOurClock {

    private TimersOnOurClock() {}

    static BusinessCalendarManager of(Clock clock) {
        MapBusinessCalendarManager calendars = new MapBusinessCalendarManager();
        calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new Durations(clock));
        calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDateBusinessCalendar());
        calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new Cycles(clock));
        return calendars;
    }

    private static Date begin(@Nullable Date given, Clock clock) {
        return given == null ? Date.from(clock.instant()) : given;
    }

    private static final class Durations extends DurationBusinessCalendar {

        private final Clock clock;

        Durations(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Date resolveDuedate(String duration, @Nullable Date from) {
            return super.resolveDuedate(duration, begin(from, clock));
        }
    }

    private static final class Cycles extends CycleBusinessCalendar {

        private final Clock clock;

        Cycles(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Date resolveDuedate(String cycle, @Nullable Date from, long offset) {
            return super.resolveDuedate(cycle, begin(from, clock), offset);
        }
    }
}
