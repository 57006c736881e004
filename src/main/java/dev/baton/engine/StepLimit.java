package dev.baton.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Hears of every arrow that work follows, so that no drawing keeps the engine busy for ever (docs/decisions/0040). */
final class StepLimit implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        CommandContext call = Context.getCommandContext();
        call.getSession(StepCount.class).take((ExecutionEntity) execution, call.getCurrentJob() != null);
    }
}
