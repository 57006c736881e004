package dev.baton.engine;

import dev.baton.shared.RequestRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;

/** The running work: one process instance for each request, with its reference as business key. */
public class Processes {

    private final RuntimeService runtime;
    private final HistoryService history;
    private final Standstills standstills;

    Processes(ProcessEngine engine, Standstills standstills) {
        this.standstills = standstills;
        runtime = engine.getRuntimeService();
        history = engine.getHistoryService();
    }

    /**
     * Starts this version of a workflow, in the caller's transaction, up to where it first waits for somebody.
     *
     * @param variables the brief by field name: texts, whole numbers, booleans
     * @throws WorkflowFailed if the model cannot get that far; the caller's transaction is to be undone
     */
    public void start(String definitionId, RequestRef request, Map<String, Object> variables) {
        EngineCalls.step(request, () -> runtime.startProcessInstanceById(definitionId, request.toString(), variables));
    }

    /**
     * Ends the request's process where it stands; its open tasks are withdrawn. The engine tells nobody of tasks that it
     * deletes for the reason "completed", so what a person wrote never stands alone there.
     */
    public void close(RequestRef request, String reason) {
        EngineCalls.step(request, () -> {
            root(request).ifPresent(process -> runtime.deleteProcessInstance(process.getId(), deleteReason(reason)));
            return request;
        });
    }

    /** The engine's column ends at 4,000 characters. {@link PastAnswers} knows by the first word that it was no end of the model's. */
    private static String deleteReason(String reason) {
        return "closed: " + reason.substring(0, Math.min(reason.length(), 1_000));
    }

    /** Whether the request's process has not come to its end. */
    public boolean isRunning(RequestRef request) {
        return root(request).isPresent();
    }

    /**
     * Hands an answer to the step that waits for one: a receive task or message event of the name {@code reply}.
     *
     * @return whether such a step was waiting; where several are, the one that waits longest gets it
     * @throws WorkflowFailed if the model cannot go on with it; {@link dev.baton.engine.spi.StandstillObserver}s hear it
     */
    public boolean reply(RequestRef request, Map<String, Object> variables) {
        try {
            return EngineCalls.step(request, () -> {
                Optional<EventSubscription> waiting = awaitingReply(request);
                waiting.ifPresent(step -> runtime.messageEventReceived("reply", step.getExecutionId(), variables));
                return waiting.isPresent();
            });
        } catch (WorkflowFailed failed) {
            standstills.tellWhenUndone(failed, () -> Optional.of(request));
            throw failed;
        }
    }

    /** Whether a step waits for what {@link #reply} hands over. */
    public boolean awaitsReply(RequestRef request) {
        return awaitingReply(request).isPresent();
    }

    private Optional<EventSubscription> awaitingReply(RequestRef request) {
        return instances(request)
                .flatMap(process -> runtime
                        .createEventSubscriptionQuery()
                        .processInstanceId(process.getId())
                        .eventType("message")
                        .eventName("reply")
                        .orderByCreated()
                        .asc()
                        .list()
                        .stream())
                .findFirst();
    }

    /** Sets a variable of the request's process, as a task of it would. */
    public void set(RequestRef request, String name, @Nullable Object value) {
        EngineCalls.step(request, () -> {
            root(request).ifPresent(process -> runtime.setVariable(process.getId(), name, value));
            return request;
        });
    }

    /** The variables of the request's process; none once it has ended. */
    public Map<String, Object> variables(RequestRef request) {
        return root(request)
                .map(process -> runtime.getVariables(process.getId()))
                .orElse(Map.of());
    }

    /** Every step the request has been at, oldest first, those of called processes among them. */
    public List<Step> steps(RequestRef request) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(request.toString())
                .list()
                .stream()
                .map(HistoricProcessInstance::getId)
                .flatMap(process ->
                        history.createHistoricActivityInstanceQuery().processInstanceId(process).list().stream())
                .sorted(java.util.Comparator.comparing(HistoricActivityInstance::getStartTime)
                        .thenComparing(step -> step.getEndTime() == null ? 1 : 0))
                .map(Processes::step)
                .toList();
    }

    /** The steps at which the request waits for somebody now, those of called processes among them. */
    public List<Step> waitingSteps(RequestRef request) {
        return instances(request)
                .flatMap(
                        process -> history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(process.getId())
                                .unfinished()
                                .list()
                                .stream())
                .map(Processes::step)
                .filter(Step::waits)
                .toList();
    }

    private Stream<ProcessInstance> instances(RequestRef request) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(request.toString()).list().stream();
    }

    private Optional<ProcessInstance> root(RequestRef request) {
        return instances(request)
                .filter(process -> process.getRootProcessInstanceId().equals(process.getId()))
                .findFirst();
    }

    private static Step step(HistoricActivityInstance step) {
        return new Step(
                step.getProcessDefinitionId(),
                step.getActivityId(),
                step.getActivityName() == null ? step.getActivityId() : step.getActivityName(),
                step.getActivityType(),
                step.getTaskId(),
                step.getAssignee(),
                step.getStartTime().toInstant(),
                step.getEndTime() == null ? null : step.getEndTime().toInstant(),
                step.isCanceled());
    }
}
