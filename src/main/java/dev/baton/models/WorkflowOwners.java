package dev.baton.models;

import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who is accountable for which workflow, as its model says. */
@Component
public class WorkflowOwners {

    private final People people;
    private final Workflows workflows;

    WorkflowOwners(People people, Workflows workflows) {
        this.people = people;
        this.workflows = workflows;
    }

    /**
     * The keys of the workflows that the person owns, alone, as the lead of a team, or as a member of one without a lead.
     * None without the role of an owner.
     */
    public Set<String> workflowsOf(Person person) {
        if (!person.has(Role.OWNER)) {
            return Set.of();
        }
        return workflows.all().stream()
                .filter(workflow -> people.resolve(workflow.owner()).stream()
                        .anyMatch(owner -> owner.address().equals(person.address())))
                .map(Workflow::key)
                .collect(Collectors.toSet());
    }
}
