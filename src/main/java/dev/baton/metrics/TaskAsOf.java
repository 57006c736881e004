package dev.baton.metrics;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored task as it stood at a moment; it works out what it is asked for and keeps nothing. */
final class TaskAsOf implements TaskFact {

    private final StoredTask task;
    private final RequestFact request;
    private final long asOf;

    TaskAsOf(StoredTask task, RequestFact request, long asOf) {
        this.task = task;
        this.request = request;
        this.asOf = asOf;
    }

    @Override
    public UUID id() {
        return task.id();
    }

    @Override
    public RequestFact request() {
        return request;
    }

    @Override
    public String processId() {
        return task.processId;
    }

    @Override
    public String key() {
        return task.step.key();
    }

    @Override
    public String name() {
        return task.step.name();
    }

    @Override
    public boolean review() {
        return task.step.review();
    }

    @Override
    public Instant openedAt() {
        return Instant.ofEpochMilli(task.createdAt);
    }

    @Override
    public @Nullable Instant endedAt() {
        return isOpen() ? null : Instant.ofEpochMilli(task.endedAt);
    }

    @Override
    public boolean withdrawn() {
        return !isOpen() && task.withdrawn;
    }

    @Override
    public List<Instant> promises() {
        return task.promises.until(asOf);
    }

    @Override
    public @Nullable Answer answer() {
        return task.answer(asOf);
    }

    @Override
    public boolean answeredWith(String outcome) {
        return task.answeredBy(asOf) && outcome.equals(task.outcome);
    }

    @Override
    public long openedMillis() {
        return task.createdAt;
    }

    @Override
    public long endedMillis() {
        return task.endedAt <= asOf ? task.endedAt : OPEN;
    }

    @Override
    public long firstDue() {
        return task.promises.first(asOf);
    }

    @Override
    public long currentDue() {
        return task.promises.last(asOf);
    }
}
