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

        static Kept of(long endedAt, long due, boolean withdrawn) {
            if (endedAt == TaskFact.OPEN) {
                return STILL_OPEN;
            }
            boolean late = endedAt > due;
            return withdrawn ? (late ? WITHDRAWN_LATE : WITHDRAWN) : (late ? DONE_LATE : ON_TIME);
        }

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
        return by(task.firstDue(), task, passed);
    }

    /** The task by the promise that holds now, if that falls in the period. */
    static @Nullable DueTask byCurrentPromise(TaskFact task, Period passed) {
        return by(task.currentDue(), task, passed);
    }

    private static @Nullable DueTask by(long due, TaskFact task, Period passed) {
        return passed.has(due)
                ? new DueTask(task, Instant.ofEpochMilli(due), Kept.of(task.endedMillis(), due, task.withdrawn()))
                : null;
    }
}
