package dev.baton.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the measures need to know of a task, as it stood at the moment that is looked back from.
 *
 * @param processId the process instance it stands in
 * @param key its id in the model
 * @param review whether it asks somebody to approve
 * @param holder address of the one who has or had it; null where it was offered to several
 * @param endedAt null while it waited
 * @param withdrawn whether it was taken away undone
 * @param promises the dates promised for it, first made first
 * @param answer what was decided on it; null if nothing was
 */
public record TaskFact(
        UUID id,
        RequestFact request,
        String processId,
        String key,
        String name,
        boolean review,
        @Nullable String holder,
        Instant openedAt,
        @Nullable Instant endedAt,
        boolean withdrawn,
        List<Instant> promises,
        @Nullable Answer answer) {

    /**
     * What was decided on a task.
     *
     * @param pass equal for all votes of one pass of a review
     */
    record Answer(String outcome, Object pass, Instant at) {}

    public boolean isOpen() {
        return endedAt == null;
    }

    /** The date first promised, if one was. */
    public Optional<Instant> firstPromised() {
        return promises.stream().findFirst();
    }

    /** The promise that holds, if one was made. */
    public Optional<Instant> promised() {
        return promises.isEmpty() ? Optional.empty() : Optional.of(promises.get(promises.size() - 1));
    }

    boolean answeredWith(String outcome) {
        return answer != null && answer.outcome().equals(outcome);
    }
}
