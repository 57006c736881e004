package dev.baton.engine;

import dev.baton.engine.spi.HistoryObserver;
import dev.baton.shared.RequestRef;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/** Passes on what the engine's history is told of tasks. */
final class TaskRecords implements HistoryEventHandler {

    private final Supplier<List<HistoryObserver>> observers;
    private final Clock clock;

    TaskRecords(Supplier<List<HistoryObserver>> observers, Clock clock) {
        this.observers = observers;
        this.clock = clock;
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (!(event instanceof HistoricTaskInstanceEventEntity task)) {
            return;
        }
        if (event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_CREATE)) {
            PastTask created = past(task, null);
            tell(observer -> observer.created(created));
        } else if (event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_UPDATE)) {
            tell(observer -> observer.changed(task.getTaskId(), request(task), task.getAssignee(), now()));
        } else if (event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_MIGRATE)) {
            tell(observer -> observer.moved(
                    task.getTaskId(),
                    request(task),
                    task.getProcessDefinitionId(),
                    task.getTaskDefinitionKey(),
                    now()));
        } else {
            PastTask ended = past(task, at(task.getEndTime()));
            tell(observer -> observer.ended(ended));
        }
    }

    private void tell(Consumer<HistoryObserver> what) {
        observers.get().forEach(what);
    }

    private PastTask past(HistoricTaskInstanceEventEntity task, @Nullable Instant endedAt) {
        ExecutionEntity request = execution(task.getRootProcessInstanceId());
        return new PastTask(
                task.getTaskId(),
                RequestRef.of(request.getBusinessKey()),
                request.getProcessDefinition().getKey(),
                task.getProcessInstanceId(),
                task.getProcessDefinitionId(),
                task.getTaskDefinitionKey(),
                Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                task.getAssignee(),
                at(startedAt(task)),
                endedAt,
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                endedAt != null && !WorkHistory.DONE.equals(task.getTaskState()));
    }

    /** What is told of a task's end has its beginning only where both are in one transaction. */
    private static Date startedAt(HistoricTaskInstanceEventEntity task) {
        return task.getStartTime() == null
                ? Context.getCommandContext()
                        .getTaskManager()
                        .findTaskById(task.getTaskId())
                        .getCreateTime()
                : task.getStartTime();
    }

    private static RequestRef request(HistoricTaskInstanceEventEntity task) {
        return RequestRef.of(execution(task.getRootProcessInstanceId()).getBusinessKey());
    }

    private static ExecutionEntity execution(String processId) {
        return Context.getCommandContext().getExecutionManager().findExecutionById(processId);
    }

    private Instant now() {
        return at(ClockUtil.getCurrentTime());
    }

    private Instant at(Date justNow) {
        return EngineClock.on(clock, justNow);
    }
}
