package dev.baton.tasks;

import dev.baton.people.BusinessDuration;
import dev.baton.people.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A moment at which somebody is told of a task again, always in working time.
 *
 * @param escalation whether the owner of the request is told, and not whoever has the task
 */
record Nudge(Instant at, boolean escalation) {

    private static final List<BusinessDuration> USUAL = List.of(BusinessDuration.ofDays(1));
    private static final int ESCALATIONS = 3;
    private static final int DAYS_BETWEEN = 2;

    /**
     * All nudges of a task, first one first: before it is due, on the morning of the day it is due, and to the owner when
     * a working day has passed since, and twice more.
     *
     * @param remind working times before the due date; one working day where it is empty
     * @param calendar of whoever has the task
     */
    static List<Nudge> of(Instant openedAt, Instant due, List<BusinessDuration> remind, WorkingCalendar calendar) {
        List<Nudge> nudges = new ArrayList<>();
        for (BusinessDuration before : remind.isEmpty() ? USUAL : remind) {
            Instant at = calendar.nextWorkingTime(calendar.minus(due, before));
            if (at.isAfter(openedAt) && at.isBefore(due)) {
                nudges.add(new Nudge(at, false));
            }
        }
        nudges.add(new Nudge(onTheDay(openedAt, due, calendar), false));
        for (int i = 0; i < ESCALATIONS; i++) {
            Instant at = calendar.plus(due, BusinessDuration.ofDays(1 + i * DAYS_BETWEEN));
            nudges.add(new Nudge(calendar.nextWorkingTime(at), true));
        }
        nudges.sort(Comparator.comparing(Nudge::at));
        return List.copyOf(nudges);
    }

    /** The morning, or the due moment itself for a task that is younger than that. */
    private static Instant onTheDay(Instant openedAt, Instant due, WorkingCalendar calendar) {
        LocalDate day = due.atZone(calendar.zone()).toLocalDate();
        Instant morning = calendar.startOf(day);
        return morning.isAfter(openedAt) && morning.isBefore(due) ? morning : calendar.nextWorkingTime(due);
    }
}
