package dev.baton.models;

import dev.baton.people.People;
import dev.baton.people.Person;
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

    /** The keys of the workflows that the person owns, alone or as the lead of a team. */
    public Set<String> workflowsOf(Person person) {
        return workflows.all().stream()
                .filter(workflow -> people.resolve(workflow.owner()).contains(person))
                .map(Workflow::key)
                .collect(Collectors.toSet());
    }
}
