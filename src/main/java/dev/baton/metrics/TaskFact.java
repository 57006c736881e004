package dev.baton.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the measures need to know of a task, as it stood at the moment that is looked back from. */
public interface TaskFact {

    /** What {@link #endedMillis} says of a task that waits. */
    long OPEN = Long.MAX_VALUE;

    /** What {@link #firstDue} says of a task that nothing was promised for. */
    long UNDATED = Long.MIN_VALUE;

    UUID id();

    RequestFact request();

    /** The process instance it stands in. */
    String processId();

    /** Its id in the model. */
    String key();

    String name();

    /** Whether it asks somebody to approve. */
    boolean review();

    Instant openedAt();

    /** Null while it waited. */
    @Nullable
    Instant endedAt();

    /** Whether it was taken away undone. */
    boolean withdrawn();

    /** The dates promised for it, first made first. */
    List<Instant> promises();

    /** What was decided on it; null if nothing was. */
    @Nullable
    Answer answer();

    /**
     * What was decided on a task.
     *
     * @param pass equal for all votes of one pass of a review
     */
    record Answer(String outcome, Object pass, Instant at) {}

    default boolean isOpen() {
        return endedMillis() == OPEN;
    }

    /** The date first promised, if one was. */
    default Optional<Instant> firstPromised() {
        return promises().stream().findFirst();
    }

    /** The promise that holds, if one was made. */
    default Optional<Instant> promised() {
        List<Instant> promises = promises();
        return promises.isEmpty() ? Optional.empty() : Optional.of(promises.get(promises.size() - 1));
    }

    /** Whether this was decided on it. */
    default boolean answeredWith(String outcome) {
        Answer answer = answer();
        return answer != null && answer.outcome().equals(outcome);
    }

    /** The same as {@link #openedAt} in milliseconds, for counting very many; so the next three. */
    default long openedMillis() {
        return openedAt().toEpochMilli();
    }

    default long endedMillis() {
        Instant ended = endedAt();
        return ended == null ? OPEN : ended.toEpochMilli();
    }

    default long firstDue() {
        return firstPromised().map(Instant::toEpochMilli).orElse(UNDATED);
    }

    default long currentDue() {
        return promised().map(Instant::toEpochMilli).orElse(UNDATED);
    }
}
