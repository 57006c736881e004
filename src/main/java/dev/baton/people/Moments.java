package dev.baton.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes moments and lengths of time the way mails and pages say them to people. */
@Component
public class Moments {

    private static final Locale LOCALE = Locale.ENGLISH;
    private final MessageSource messages;
    private final Clock clock;

    Moments(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Weekday, date, time and place: "Thursday 14 March, 17:00 (Berlin)"; with the year where it is not this one. */
    public String full(Instant moment, ZoneId zone) {
        return write("full", moment, zone);
    }

    /** Weekday and date: "Thursday 14 March". */
    public String day(Instant moment, ZoneId zone) {
        return write("day", moment, zone);
    }

    /** Weekday and date for a subject: "Thu 14 March". */
    public String brief(Instant moment, ZoneId zone) {
        return write("brief", moment, zone);
    }

    /** The date alone: "14 March". */
    public String date(Instant moment, ZoneId zone) {
        return write("date", moment, zone);
    }

    /**
     * A rough length of working time: "about 3 working days", "about 4 working hours", "less than a working hour". The
     * sign does not show.
     *
     * @param calendar whose usual day counts as one
     */
    public String roughly(Duration workingTime, WorkingCalendar calendar) {
        Duration time = workingTime.abs();
        double days = (double) time.toMinutes() / calendar.usualDay().toMinutes();
        long hours = Math.round(time.toMinutes() / 60.0);
        return days >= 0.95
                ? text("people.roughly.days", Math.round(days))
                : hours > 0 ? text("people.roughly.hours", hours) : text("people.roughly.less");
    }

    private String write(String length, Instant moment, ZoneId zone) {
        ZonedDateTime then = moment.atZone(zone);
        boolean thisYear = then.getYear() == clock.instant().atZone(zone).getYear();
        String pattern = text("people.moment." + length + (thisYear ? "" : ".with-year"));
        return then.format(DateTimeFormatter.ofPattern(pattern.replace("CITY", "'" + city(zone) + "'"), LOCALE));
    }

    /** The place a zone is named after: Berlin for Europe/Berlin. */
    private static String city(ZoneId zone) {
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LOCALE);
    }
}
