package dev.baton.tasks;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import org.jspecify.annotations.Nullable;

/**
 * Which open tasks a list shows; null leaves a question open.
 *
 * @param person has the task now
 */
public record TaskFilter(
        @Nullable RequestRef request, @Nullable EmailAddress person) {

    /** Every open task. */
    public static final TaskFilter ALL = new TaskFilter(null, null);

    /** The open tasks of one request. */
    public static TaskFilter of(RequestRef request) {
        return new TaskFilter(request, null);
    }
}
