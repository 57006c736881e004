package dev.baton.examples;

import dev.baton.engine.Forms;
import dev.baton.models.Workflows;
import dev.baton.people.People;
import dev.baton.people.WorkingCalendar;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.tasks.Blocking;
import dev.baton.tasks.NotNow;
import dev.baton.tasks.Tasks;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The real parts through which everything in a story happens. */
@Component
@Profile("embedded")
record Stage(
        Requests requests,
        Tasks tasks,
        NotNow notNow,
        Blocking blocking,
        Workflows workflows,
        Forms forms,
        People people) {

    WorkingCalendar calendarOf(EmailAddress person) {
        return people.calendarOf(person);
    }
}
