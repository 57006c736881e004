package dev.baton.metrics;

import dev.baton.models.Workflows;
import dev.baton.people.People;
import dev.baton.people.WorkingCalendar;
import org.springframework.stereotype.Component;

/** When work on the requests of a workflow goes on. */
@Component
class Calendars {

    private final Workflows workflows;
    private final People people;

    Calendars(Workflows workflows, People people) {
        this.workflows = workflows;
        this.people = people;
    }

    /** The calendar of whoever owns the workflow; the organisation's if there is no such workflow any more. */
    WorkingCalendar of(String workflow) {
        return workflows
                .byKey(workflow)
                .flatMap(known -> people.resolve(known.owner()).stream().findFirst())
                .map(owner -> people.calendarOf(owner.address()))
                .orElseGet(people::defaultCalendar);
    }
}
