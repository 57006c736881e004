package dev.baton.tasks;

import dev.baton.engine.spi.OpenTask;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.requests.Request;
import dev.baton.shared.EmailAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose hands a task goes into: whom the model names, or who stands in for them today. */
@Component
class Receivers {

    private final People people;
    private final Clock clock;

    Receivers(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /**
     * Somebody who gets a task.
     *
     * @param instead the person who is away, for a substitute
     */
    record Receiver(Person person, Cause cause, @Nullable EmailAddress instead) {}

    /** Everybody who gets the task, each once; the request's owner if the model names nobody that is known. */
    List<Receiver> of(OpenTask task, Request request) {
        Cause cause = task.assignee() == null ? Cause.OFFERED : Cause.ASSIGNED;
        Collection<Receiver> found = named(task)
                .map(person -> present(person, cause))
                .collect(LinkedHashMap<EmailAddress, Receiver>::new, Receivers::once, Map::putAll)
                .values();
        return found.isEmpty()
                ? List.of(present(people.personOrStranger(request.owner()), Cause.NOBODY_FOUND))
                : List.copyOf(found);
    }

    /** The person, or the substitute while the person is away. */
    Receiver present(Person person, Cause cause) {
        Instant now = clock.instant();
        return people.substituteFor(person.address(), now)
                .map(substitute -> new Receiver(substitute, Cause.SUBSTITUTE, person.address()))
                .orElseGet(() -> new Receiver(person, cause, null));
    }

    private Stream<Person> named(OpenTask task) {
        String assignee = task.assignee();
        if (assignee != null) {
            return people.resolve(assignee).stream();
        }
        Stream<Person> candidates = task.candidates().stream()
                .map(EmailAddress::parse)
                .flatMap(Optional::stream)
                .map(people::personOrStranger);
        return Stream.concat(candidates, task.groups().stream().flatMap(team -> people.members(team).stream()));
    }

    /** Who is named and stands in for somebody else as well is there in their own right. */
    private static void once(Map<EmailAddress, Receiver> all, Receiver next) {
        all.merge(next.person().address(), next, (known, again) -> known.instead() == null ? known : again);
    }
}
