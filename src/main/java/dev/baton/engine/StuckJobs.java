package dev.baton.engine;

import dev.baton.engine.spi.Standstill;
import dev.baton.shared.RequestRef;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;

/** Hears when a timer or a step that runs by itself has failed so often that the engine gives it up. */
final class StuckJobs extends DefaultIncidentHandler {

    private final Standstills standstills;

    StuckJobs(Standstills standstills) {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
        this.standstills = standstills;
    }

    @Override
    public Incident handleIncident(IncidentContext context, @Nullable String message) {
        Incident incident = super.handleIncident(context, message);
        request(context)
                .map(request -> new Standstill(request, step(context), message == null ? "" : message, true))
                .ifPresent(standstills::tell);
        return incident;
    }

    private static Optional<RequestRef> request(IncidentContext context) {
        return Optional.ofNullable(context.getExecutionId())
                .map(id -> Context.getCommandContext().getExecutionManager().findExecutionById(id))
                .map(ExecutionEntity::getProcessBusinessKey)
                .map(RequestRef::of);
    }

    private static @Nullable String step(IncidentContext context) {
        String failed = context.getFailedActivityId() == null ? context.getActivityId() : context.getFailedActivityId();
        ProcessDefinitionEntity model = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(context.getProcessDefinitionId());
        ActivityImpl activity = failed == null ? null : model.findActivity(failed);
        return activity == null || activity.getName() == null ? failed : activity.getName();
    }
}
