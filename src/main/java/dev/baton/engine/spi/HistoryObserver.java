package dev.baton.engine.spi;

import dev.baton.engine.PastTask;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Hears of every task when the engine writes it into its history, in the same transaction; what it throws undoes that
 * transaction. Whatever way a task ends or changes hands comes by here, also what no listener of a model is told of.
 */
public interface HistoryObserver {

    /** A task was made; who has it and its date may be said right afterwards. */
    void created(PastTask task);

    /** Somebody else has a task; nobody while it is offered to several. */
    void changed(String taskId, RequestRef request, @Nullable String assignee, Instant at);

    /** A task stands in another version of its model. */
    void moved(String taskId, RequestRef request, String definitionId, String key, Instant at);

    /** A task is over; its {@code endedAt} is there. */
    void ended(PastTask task);
}
