package dev.baton.tasks;

import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.requests.Request;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What stands still if somebody does nothing: the open tasks that nobody else has as well, and who is told of each. */
@Component
class StalledTasks {

    /**
     * A task that stands still.
     *
     * @param reader who answers for it instead of its holder
     */
    record Stalled(Task task, Request request, EmailAddress holder, Person reader) {}

    private final HandOvers handOvers;
    private final TaskRows rows;
    private final Requests requests;
    private final Responsible responsible;
    private final People people;

    StalledTasks(HandOvers handOvers, TaskRows rows, Requests requests, Responsible responsible, People people) {
        this.handOvers = handOvers;
        this.rows = rows;
        this.requests = requests;
        this.responsible = responsible;
        this.people = people;
    }

    /** Those of this person, first given first; without such as nobody could be told of. */
    List<Stalled> of(EmailAddress person) {
        return handOvers.heldBy(person).stream()
                .filter(HandOver::doesTheWork)
                .filter(handOver -> handOvers.holders(handOver.taskId()).size() == 1)
                .flatMap(handOver -> stalled(handOver).stream())
                .toList();
    }

    private Optional<Stalled> stalled(HandOver handOver) {
        return requests.find(handOver.request())
                .filter(Request::isOpen)
                .flatMap(request -> responsible
                        .insteadOf(handOver.person(), request)
                        .map(reader -> new Stalled(rows.get(handOver.taskId()), request, handOver.person(), reader)));
    }

    private Optional<Person> substitute(EmailAddress person) {
        return responsible.substitute(person).filter(other -> !other.address().equals(person));
    }

    /** Who of our people is named first in the note; else who stands in. */
    Optional<Person> offered(AwayNote note) {
        return note.addresses()
                .flatMap(address -> people.find(address).stream())
                .filter(other -> !other.address().equals(note.person()))
                .findFirst()
                .or(() -> substitute(note.person()));
    }

    /** A link of the reader's own, as for a task that is overdue: with it they can decide and hand over. */
    HandOver linkOf(Stalled stalled) {
        EmailAddress reader = stalled.reader().address();
        return handOvers.of(stalled.task().id()).stream()
                .filter(handOver -> handOver.holds() && handOver.person().equals(reader))
                .findFirst()
                .orElseGet(() -> handOvers.give(stalled.task(), reader, Cause.ESCALATED, stalled.holder()));
    }
}
