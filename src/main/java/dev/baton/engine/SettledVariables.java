package dev.baton.engine;

import dev.baton.engine.spi.ProcessObserver;
import dev.baton.shared.RequestRef;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Hears when a step sets {@code owner}, {@code team} or {@code promise}: these are facts about the request. */
final class SettledVariables implements HistoryEventHandler {

    private static final Set<String> NAMES = Set.of("owner", "team", "promise");

    private final Supplier<List<ProcessObserver>> observers;

    SettledVariables(Supplier<List<ProcessObserver>> observers) {
        this.observers = observers;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricVariableUpdateEventEntity variable
                && NAMES.contains(variable.getVariableName())
                && variable.getTextValue() != null) {
            ExecutionEntity process = Context.getCommandContext()
                    .getExecutionManager()
                    .findExecutionById(variable.getProcessInstanceId());
            if (process != null && process.getBusinessKey() != null) {
                RequestRef request = RequestRef.of(process.getBusinessKey());
                observers
                        .get()
                        .forEach(observer ->
                                observer.settled(request, variable.getVariableName(), variable.getTextValue()));
            }
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
