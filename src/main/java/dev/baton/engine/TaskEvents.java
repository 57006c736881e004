package dev.baton.engine;

import dev.baton.engine.spi.DueDates;
import dev.baton.engine.spi.OpenTask;
import dev.baton.engine.spi.TaskObserver;
import dev.baton.shared.RequestRef;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;

/** Tells the observers of every task, in the engine's transaction. */
final class TaskEvents {

    private final Supplier<List<TaskObserver>> observers;
    private final Supplier<DueDates> dueDates;
    private final Clock clock;

    TaskEvents(Supplier<List<TaskObserver>> observers, Supplier<DueDates> dueDates, Clock clock) {
        this.observers = observers;
        this.dueDates = dueDates;
        this.clock = clock;
    }

    TaskListener created(@Nullable Expression due) {
        return task -> {
            settleDue(task, due);
            OpenTask open = openTask(task, EngineClock.on(clock, task.getCreateTime()));
            observers.get().forEach(observer -> observer.opened(open));
        };
    }

    void completed(DelegateTask task) {
        OpenTask done = openTask(task, task.getCreateTime().toInstant());
        observers.get().forEach(observer -> observer.completed(done));
    }

    void deleted(DelegateTask task) {
        OpenTask gone = openTask(task, task.getCreateTime().toInstant());
        observers.get().forEach(observer -> observer.withdrawn(gone));
    }

    private void settleDue(DelegateTask task, @Nullable Expression due) {
        Object value = due == null ? null : due.getValue(task.getExecution());
        if (value instanceof Date date) {
            task.setDueDate(date);
        } else if (value != null && !value.toString().isBlank()) {
            task.setDueDate(due(task, value.toString().strip()));
        }
    }

    private Date due(DelegateTask task, String text) {
        try {
            return Date.from(dueDates.get().due(text, task.getAssignee(), candidates(task, true), clock.instant()));
        } catch (IllegalArgumentException noDate) {
            throw new WorkflowFailed("The due date of '" + task.getName() + "': " + noDate.getMessage(), noDate);
        }
    }

    private static OpenTask openTask(DelegateTask task, Instant createdAt) {
        return new OpenTask(
                task.getId(),
                RequestRef.of(task.getExecution().getProcessBusinessKey()),
                task.getProcessInstanceId(),
                task.getProcessDefinitionId(),
                task.getTaskDefinitionKey(),
                Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                task.getAssignee(),
                candidates(task, false),
                candidates(task, true),
                round((ExecutionEntity) task.getExecution()),
                createdAt,
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }

    private static List<String> candidates(DelegateTask task, boolean groups) {
        return task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(groups ? IdentityLink::getGroupId : IdentityLink::getUserId)
                .filter(Objects::nonNull)
                .toList();
    }

    /** All tasks of one vote run below the same body of a multi-instance; a new pass has a new body. */
    private static @Nullable String round(ExecutionEntity execution) {
        ScopeImpl around =
                execution.getActivity() == null ? null : execution.getActivity().getFlowScope();
        boolean vote = around != null && around.getActivityBehavior() instanceof MultiInstanceActivityBehavior;
        return vote ? execution.getParentActivityInstanceId() : null;
    }
}
