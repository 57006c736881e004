package dev.baton.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A task whose date fell in the period, and what became of it by that date.
 *
 * @param due the date it is judged by
 */
public record DueTask(TaskFact task, Instant due, Kept kept) {

    /** What became of a task by its date. A miss stays a miss, however the task ends later. */
    public enum Kept {
        /** Done by its date. */
        ON_TIME,
        /** Done, after its date. */
        DONE_LATE,
        /** Still open, past its date. */
        STILL_OPEN,
        /** Taken away, after its date. */
        WITHDRAWN_LATE,
        /** Taken away by its date: neither kept nor missed, and not counted. */
        WITHDRAWN;

        boolean counts() {
            return this != WITHDRAWN;
        }

        /** Whether it ended by being done. */
        boolean done() {
            return this == ON_TIME || this == DONE_LATE;
        }
    }

    /** The tasks whose first promise fell in the part of the period that has passed. */
    static List<DueTask> byFirstPromise(Facts facts, Question question) {
        return by(TaskFact::firstPromised, facts, question);
    }

    /** The tasks whose promise that holds now falls in the part of the period that has passed. */
    static List<DueTask> byCurrentPromise(Facts facts, Question question) {
        return by(TaskFact::promised, facts, question);
    }

    private static List<DueTask> by(Function<TaskFact, Optional<Instant>> date, Facts facts, Question question) {
        Period passed = question.passed();
        return facts.tasks().stream()
                .flatMap(task -> date.apply(task).filter(passed::has).map(due -> judged(task, due)).stream())
                .toList();
    }

    private static DueTask judged(TaskFact task, Instant due) {
        Instant ended = task.endedAt();
        if (ended == null) {
            return new DueTask(task, due, Kept.STILL_OPEN);
        }
        boolean late = ended.isAfter(due);
        return new DueTask(
                task,
                due,
                task.withdrawn()
                        ? (late ? Kept.WITHDRAWN_LATE : Kept.WITHDRAWN)
                        : (late ? Kept.DONE_LATE : Kept.ON_TIME));
    }

    /** Whether the date that holds now is later than the one the task is judged by. */
    boolean slipped() {
        return task.promised().filter(now -> now.isAfter(due)).isPresent();
    }
}
