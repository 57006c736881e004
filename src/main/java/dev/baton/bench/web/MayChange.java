package dev.baton.bench.web;

import dev.baton.bench.Version;
import dev.baton.bench.Versions;
import dev.baton.people.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who may change a workflow: its owner, and admins. Everybody on the bench may look at all of them. */
@Component
class MayChange {

    private final Versions versions;

    MayChange(Versions versions) {
        this.versions = versions;
    }

    /** @param newest the newest version of the workflow, which says whose it is */
    boolean allows(Person person, Version newest) {
        return versions.mayChange(newest, person);
    }

    /** @throws ResponseStatusException with 403 if the person may not */
    void check(Person person, Version newest) {
        if (!allows(person, newest)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
