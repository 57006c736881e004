package dev.baton.tasks;

import dev.baton.requests.Request;
import dev.baton.requests.RequestState;
import dev.baton.requests.Requests;
import dev.baton.shared.RequestRef;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what happens to a request now that something was decided. */
@Component
class WhatComesNext {

    private static final int MOST_NAMED = 4;

    private final TaskRows rows;
    private final HandOvers handOvers;
    private final Requests requests;
    private final TaskWords words;

    WhatComesNext(TaskRows rows, HandOvers handOvers, Requests requests, TaskWords words) {
        this.rows = rows;
        this.handOvers = handOvers;
        this.requests = requests;
        this.words = words;
    }

    /** One sentence: who has it next, or how it ended. */
    String after(RequestRef ref) {
        Request request = requests.get(ref);
        if (!request.isOpen()) {
            return words.text(
                    request.state() == RequestState.DELIVERED ? "tasks.next.delivered" : "tasks.next.closed",
                    request.title());
        }
        List<Task> open = rows.open(TaskFilter.of(ref), 0, MOST_NAMED);
        return open.isEmpty()
                ? words.text("tasks.next.waits")
                : words.text(
                        "tasks.next.tasks", open.stream().map(this::withWhom).collect(Collectors.joining("; ")));
    }

    private String withWhom(Task task) {
        return words.text("tasks.next.task", task.name(), words.names(handOvers.holders(task.id())));
    }
}
