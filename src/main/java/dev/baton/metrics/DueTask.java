package dev.baton.metrics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

    /** The task by its first promise, if that fell in the period. */
    static @Nullable DueTask byFirstPromise(TaskFact task, Period passed) {
        return task.promises().isEmpty()
                ? null
                : in(passed, task, task.promises().get(0));
    }

    /** The task by the promise that holds now, if that falls in the period. */
    static @Nullable DueTask byCurrentPromise(TaskFact task, Period passed) {
        int promises = task.promises().size();
        return promises == 0 ? null : in(passed, task, task.promises().get(promises - 1));
    }

    private static @Nullable DueTask in(Period passed, TaskFact task, Instant due) {
        return passed.has(due) ? judged(task, due) : null;
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
