package dev.baton.engine;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine's side of a task: whose it is, until when, and that it is done. Who may do what with a task, and what was
 * decided, is for the module {@code tasks} to say.
 */
public class UserTasks {

    private final TaskService tasks;
    private final HistoryService history;
    private final IdentityService identity;
    private final RuntimeService runtime;
    private final Standstills standstills;

    UserTasks(ProcessEngine engine, Standstills standstills) {
        this.standstills = standstills;
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        history = engine.getHistoryService();
        identity = engine.getIdentityService();
    }

    /** Addresses and team keys that the task was offered to; none if the model gave it to one person. */
    public List<String> offeredTo(String taskId) {
        return history
                .createHistoricIdentityLinkLogQuery()
                .taskId(taskId)
                .type(IdentityLinkType.CANDIDATE)
                .operationType("add")
                .orderByTime()
                .asc()
                .list()
                .stream()
                .map(link -> link.getUserId() == null ? link.getGroupId() : link.getUserId())
                .toList();
    }

    /** Whether the task still waits for somebody. */
    public boolean isOpen(String taskId) {
        return tasks.createTaskQuery().taskId(taskId).count() > 0;
    }

    /**
     * Completes the task in the caller's transaction; the process goes on to where it next waits.
     *
     * @param by who did it, for the engine's log
     * @throws org.springframework.dao.OptimisticLockingFailureException if another answer came first
     * @throws WorkflowFailed if the model cannot go on from here; {@link dev.baton.engine.spi.StandstillObserver}s hear
     *     it
     */
    public void complete(String taskId, EmailAddress by, Map<String, Object> variables) {
        try {
            as(by, taskId, () -> tasks.complete(taskId, variables));
        } catch (WorkflowFailed failed) {
            standstills.tellWhenUndone(failed, () -> request(taskId));
            throw failed;
        }
    }

    private Optional<RequestRef> request(String taskId) {
        return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .map(task -> runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult())
                .map(process -> RequestRef.of(process.getBusinessKey()));
    }

    /** Gives the task to one person. */
    public void assign(String taskId, EmailAddress to, EmailAddress by) {
        as(by, taskId, () -> tasks.setAssignee(taskId, to.toString()));
    }

    /** Moves the task's due date. */
    public void due(String taskId, Instant due, EmailAddress by) {
        as(by, taskId, () -> {
            Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
            task.setDueDate(Date.from(due));
            tasks.saveTask(task);
        });
    }

    /** What the task's form and its process know, by variable name. */
    public Map<String, Object> variables(String taskId) {
        return EngineCalls.call(taskId, () -> tasks.getVariables(taskId));
    }

    private void as(EmailAddress by, String taskId, Runnable change) {
        identity.setAuthenticatedUserId(by.toString());
        try {
            EngineCalls.step(taskId, () -> {
                change.run();
                return taskId;
            });
        } finally {
            identity.clearAuthentication();
        }
    }
}
