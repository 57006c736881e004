package dev.baton.metrics;

import java.util.Locale;

/** What the facts know of a task's life. */
enum TaskEvent {
    /** It was made. */
    CREATED,
    /** Somebody else has it. */
    CHANGED,
    /** It stands in another version of its model. */
    MOVED,
    /** It was done. */
    DONE,
    /** It was taken away before it was done. */
    WITHDRAWN;

    /** As the column {@code what} of {@code fact_task} has it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TaskEvent of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
