package dev.baton.outbox;

import dev.baton.people.Person;
import dev.baton.people.WorkingCalendar;
import dev.baton.shared.EmailAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Somebody who gets mail from us: when they work and what they chose. */
record Reader(Person person, WorkingCalendar calendar, QuietSettings quiet) {

    /** Whoever is away for longer than this is written to as if there. */
    private static final int LONGEST_ABSENCE = 400;

    EmailAddress address() {
        return person.address();
    }

    /** All addresses that mail to this person may have gone to. */
    Set<String> addresses() {
        Set<String> all = new TreeSet<>();
        all.add(person.address().value());
        person.aliases().forEach(alias -> all.add(alias.value()));
        return all;
    }

    /** The day it is where this person works. */
    LocalDate day(Instant moment) {
        return moment.atZone(calendar.zone()).toLocalDate();
    }

    boolean works(Instant moment) {
        return worksOn(day(moment)) && calendar.isWorkingTime(moment);
    }

    /** The moment itself if this person works then, else when they next begin. */
    Instant nextWork(Instant moment) {
        Instant next = calendar.nextWorkingTime(moment);
        for (int days = 0; days < LONGEST_ABSENCE && !worksOn(day(next)); days++) {
            next = calendar.nextWorkingTime(
                    day(next).plusDays(1).atStartOfDay(calendar.zone()).toInstant());
        }
        return next;
    }

    /** The next start of one of their working days, which is when a digest comes. */
    Instant nextDigest(Instant moment) {
        LocalDate today = day(moment);
        return workingDays(today)
                .map(calendar::startOf)
                .filter(start -> start.isAfter(moment))
                .findFirst()
                .orElseGet(() -> calendar.nextWorkingTime(
                        today.plusDays(1).atStartOfDay(calendar.zone()).toInstant()));
    }

    /** Whether a digest may come on this day. */
    boolean readsOn(LocalDate day) {
        return worksOn(day)
                || calendar.isWorkingDay(day) && workingDays(day).findAny().isEmpty();
    }

    private Stream<LocalDate> workingDays(LocalDate from) {
        return Stream.iterate(from, day -> day.plusDays(1))
                .limit(LONGEST_ABSENCE)
                .filter(this::worksOn);
    }

    private boolean worksOn(LocalDate day) {
        return calendar.isWorkingDay(day) && person.awayOn(day).isEmpty();
    }
}
