package dev.baton.metrics;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task as the facts tell of it, in as little memory as a million of them may take. Times are milliseconds. */
final class StoredTask {

    private final long idHigh;
    private final long idLow;
    final String processId;
    final long createdAt;
    final StoredPromises promises = new StoredPromises();
    Step step;
    long endedAt = TaskFact.OPEN;
    boolean withdrawn;

    @Nullable
    String outcome;

    private @Nullable String pass;
    private long answeredAt = TaskFact.OPEN;

    /** A number that stands for whoever decided; 0 where nobody did. */
    int decider;

    StoredTask(UUID id, String processId, Step step, long createdAt) {
        this.idHigh = id.getMostSignificantBits();
        this.idLow = id.getLeastSignificantBits();
        this.processId = processId;
        this.step = step;
        this.createdAt = createdAt;
    }

    boolean is(UUID id) {
        return idLow == id.getLeastSignificantBits() && idHigh == id.getMostSignificantBits();
    }

    /** @param pass null where the task is the only one of its pass */
    void answered(String what, @Nullable String inPass, long at) {
        outcome = what;
        pass = inPass;
        answeredAt = at;
    }

    UUID id() {
        return new UUID(idHigh, idLow);
    }

    /** When it was decided; {@link TaskFact#OPEN} if it never was. */
    long answeredAt() {
        return answeredAt;
    }

    boolean answeredBy(long asOf) {
        return outcome != null && answeredAt <= asOf;
    }

    TaskFact.@Nullable Answer answer(long asOf) {
        String decided = outcome;
        return decided == null || answeredAt > asOf
                ? null
                : new TaskFact.Answer(decided, pass == null ? id() : pass, Instant.ofEpochMilli(answeredAt));
    }
}
