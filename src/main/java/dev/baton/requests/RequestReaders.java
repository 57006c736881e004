package dev.baton.requests;

import dev.baton.models.WorkflowOwners;
import dev.baton.people.Person;
import dev.baton.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may read which request when signed in: whoever asked for it, owns it, takes part in it or owns its workflow; leaders
 * every one (docs/decisions/0014).
 */
@Component
public class RequestReaders {

    private final WorkflowOwners workflows;
    private final RequestParticipants participants;

    RequestReaders(WorkflowOwners workflows, RequestParticipants participants) {
        this.workflows = workflows;
        this.participants = participants;
    }

    /** Whether the person may read this one. */
    public boolean mayRead(Request request, Person person) {
        return person.has(Role.LEADER)
                || workflows.workflowsOf(person).contains(request.workflow())
                || request.requester().equals(person.address())
                || request.owner().equals(person.address())
                || participants.include(request.ref(), person.address());
    }

    /** Whose requests a list for this person shows; null for those of everybody. */
    public RequestFilter.@Nullable Reader of(Person person) {
        return person.has(Role.LEADER)
                ? null
                : new RequestFilter.Reader(person.address(), workflows.workflowsOf(person));
    }
}
