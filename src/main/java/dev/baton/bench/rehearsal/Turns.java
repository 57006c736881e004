package dev.baton.bench.rehearsal;

import dev.baton.models.TaskDetails;
import dev.baton.people.Person;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds whose turn it is. */
record Turns(Stage stage) {

    private static final Comparator<Task> DUE_FIRST = Comparator.comparing(
                    Task::dueAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Task::number);

    /** The open tasks of the request, due soonest first. */
    List<Turn> of(RequestRef request) {
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Integer> numberOf = new HashMap<>();
        List<Task> open = stage.tasks().open(request);
        open.forEach(task -> numberOf.put(task.id(), numbers.merge(task.key(), 1, Integer::sum)));
        List<Turn> turns = new ArrayList<>();
        open.stream().sorted(DUE_FIRST).forEach(task -> turns.add(turn(task, numberOf.getOrDefault(task.id(), 1))));
        return List.copyOf(turns);
    }

    private Turn turn(Task task, int number) {
        TaskDetails details = stage.workflows().task(task.definitionId(), task.key());
        List<HandOver> holders = stage.tasks().holders(task.id());
        return new Turn(
                task.id(),
                task.definitionId(),
                task.key(),
                number,
                task.name(),
                task.round(),
                holders,
                holders.stream()
                        .map(HandOver::person)
                        .map(stage.people()::personOrStranger)
                        .map(Person::name)
                        .toList(),
                task.dueAt(),
                details.outcomes());
    }
}
