package dev.baton.models.web;

import dev.baton.models.Author;
import dev.baton.models.Way;
import dev.baton.people.People;
import dev.baton.shared.EmailAddress;
import java.security.Principal;
import org.springframework.stereotype.Component;

/** Who deploys by a call: somebody in the people file, or the program whose token it is. */
@Component
class Authors {

    private final People people;

    Authors(People people) {
        this.people = people;
    }

    Author of(Principal principal, Way way) {
        return EmailAddress.parse(principal.getName())
                .flatMap(people::find)
                .map(person -> Author.person(person, way))
                .orElseGet(() -> Author.program(principal.getName(), way));
    }
}
