package dev.baton.metrics.web;

import dev.baton.metrics.Scope;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.shared.EmailAddress;
import java.security.Principal;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who sees which numbers: leaders all of them, owners those of their own workflows. */
@Component
class Viewers {

    private final People people;
    private final Workflows workflows;

    Viewers(People people, Workflows workflows) {
        this.people = people;
        this.workflows = workflows;
    }

    Scope scopeOf(Principal principal) {
        Person reader = people.personOrStranger(EmailAddress.of(principal.getName()));
        return reader.has(Role.LEADER) ? Scope.ALL : own(reader);
    }

    private Scope own(Person reader) {
        return new Scope(workflows.all().stream()
                .filter(workflow -> people.resolve(workflow.owner()).contains(reader))
                .map(Workflow::key)
                .collect(Collectors.toSet()));
    }
}
