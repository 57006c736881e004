package dev.baton.tasks;

import dev.baton.outbox.ReturnedMails;
import dev.baton.people.Absence;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role;
import dev.baton.requests.Request;
import dev.baton.shared.EmailAddress;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who is told that somebody cannot do a task: someone else, whom mails reach. */
@Component
class Responsible {

    private final People people;
    private final Receivers receivers;
    private final ReturnedMails returned;
    private final Clock clock;

    Responsible(People people, Receivers receivers, ReturnedMails returned, Clock clock) {
        this.people = people;
        this.receivers = receivers;
        this.returned = returned;
        this.clock = clock;
    }

    /**
     * The request's owner, or who stands in for the owner today; where that is the very person, who stands in for them; else
     * an admin.
     */
    Optional<Person> insteadOf(EmailAddress person, Request request) {
        Person owner = receivers
                .present(people.personOrStranger(request.owner()), Cause.ESCALATED)
                .person();
        return Stream.concat(
                        Stream.concat(Stream.of(owner), substitute(person).stream()),
                        people.all().stream().filter(each -> each.roles().contains(Role.ADMIN)))
                .filter(each -> !each.address().equals(person))
                .filter(each -> returned.mark(each.address()).isEmpty())
                .findFirst();
    }

    /** Who does the person's work: today, or in the absence that comes next. */
    Optional<Person> substitute(EmailAddress person) {
        return people.substituteFor(person, clock.instant())
                .or(() -> people.personOrStranger(person).away().stream()
                        .filter(absence -> absence.substitute() != null)
                        .filter(absence -> !absence.to()
                                .isBefore(clock.instant()
                                        .atZone(people.personOrStranger(person).zone())
                                        .toLocalDate()))
                        .min(Comparator.comparing(Absence::from))
                        .map(Absence::substitute)
                        .map(people::personOrStranger));
    }
}
