package dev.baton.metrics.web;

import dev.baton.metrics.Scope;
import dev.baton.models.WorkflowOwners;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.shared.EmailAddress;
import java.security.Principal;
import org.springframework.stereotype.Component;

/** Who sees which numbers: leaders all of them, owners those of their own workflows. */
@Component
class Viewers {

    private final People people;
    private final WorkflowOwners owners;

    Viewers(People people, WorkflowOwners owners) {
        this.people = people;
        this.owners = owners;
    }

    Scope scopeOf(Principal principal) {
        return scopeOf(people.personOrStranger(EmailAddress.of(principal.getName())));
    }

    Scope scopeOf(Person reader) {
        return reader.has(Role.LEADER) ? Scope.ALL : new Scope(owners.workflowsOf(reader));
    }
}
