package dev.baton.engine;

import dev.baton.shared.RequestRef;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the engine has given up, and the way on once a person has mended what was wrong (Camunda manual, "Incidents"). */
public class StuckSteps {

    private static final Logger log = LoggerFactory.getLogger(StuckSteps.class);

    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;

    StuckSteps(ProcessEngine engine) {
        runtime = engine.getRuntimeService();
        management = engine.getManagementService();
        repository = engine.getRepositoryService();
    }

    /** The steps at which a request stands, oldest first; those of called processes among them. */
    public List<StuckStep> of(RequestRef request) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(request.toString())
                .withIncident()
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .flatMap(process -> runtime
                        .createIncidentQuery()
                        .processInstanceId(process)
                        .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                        .list()
                        .stream())
                .flatMap(incident -> step(incident).stream())
                .sorted(Comparator.comparing(StuckStep::since).thenComparing(StuckStep::id))
                .toList();
    }

    /** An incident of a called process shows again at its caller, there without a job. */
    private Optional<StuckStep> step(Incident incident) {
        return Optional.ofNullable(incident.getConfiguration())
                .flatMap(id -> Optional.ofNullable(
                        management.createJobQuery().jobId(id).singleResult()))
                .map(job -> new StuckStep(
                        job.getId(),
                        name(incident, job),
                        job.getExceptionMessage() == null ? "" : job.getExceptionMessage(),
                        incident.getIncidentTimestamp().toInstant()));
    }

    private String name(Incident incident, Job job) {
        @Nullable
        String failed = job.getFailedActivityId() == null ? incident.getActivityId() : job.getFailedActivityId();
        FlowElement element = repository
                .getBpmnModelInstance(incident.getProcessDefinitionId())
                .getModelElementById(failed);
        return element == null || element.getName() == null ? String.valueOf(failed) : element.getName();
    }

    /**
     * Does each of these steps now, once; {@link #of} says afterwards which of them still fail, and why. One that was done
     * in the meantime is left alone. To be called outside of transactions, since each step is a transaction of its own.
     */
    public void tryAgain(List<StuckStep> steps) {
        steps.forEach(this::tryAgain);
    }

    private void tryAgain(StuckStep step) {
        if (management.createJobQuery().jobId(step.id()).noRetriesLeft().count() == 0) {
            return;
        }
        try {
            management.executeJob(step.id());
        } catch (OptimisticLockingException overtaken) {
            log.info("The step {} was tried by somebody else at the same time", step.name());
        } catch (RuntimeException | StackOverflowError failed) {
            log.warn("The step {} was tried again and failed: {}", step.name(), failed.toString());
        }
    }
}
