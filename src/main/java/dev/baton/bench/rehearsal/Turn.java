package dev.baton.bench.rehearsal;

import dev.baton.models.Outcome;
import dev.baton.tasks.HandOver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for somebody in a rehearsal.
 *
 * @param id the engine's id, which is another in each rehearsal
 * @param definition the version of the model it stands in
 * @param task its id in that model
 * @param number which of them, where several tasks of that id wait; from 1
 * @param round the same for all tasks of one vote; null for a task of its own
 * @param holders who has it, at least one
 * @param people their names
 * @param outcomes what can be decided, in the order of the buttons
 */
public record Turn(
        String id,
        String definition,
        String task,
        int number,
        String name,
        @Nullable String round,
        List<HandOver> holders,
        List<String> people,
        @Nullable Instant dueAt,
        List<Outcome> outcomes) {

    /** Deciding it this way, with the form filled in as in the sample. */
    public Press press(Outcome outcome) {
        return new Press.OnTask(task, number, outcome.value(), Map.of());
    }
}
