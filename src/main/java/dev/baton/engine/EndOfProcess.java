package dev.baton.engine;

import dev.baton.engine.spi.ProcessObserver;
import dev.baton.shared.RequestRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Says how a request's own process ended: delivered, or closed with the reason that its end event carries. */
final class EndOfProcess implements ExecutionListener {

    private final Supplier<List<ProcessObserver>> observers;

    EndOfProcess(Supplier<List<ProcessObserver>> observers) {
        this.observers = observers;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (execution.getSuperExecution() != null || execution.isCanceled()) {
            return;
        }
        RequestRef request = RequestRef.of(execution.getProcessBusinessKey());
        ModelElementInstance last =
                execution.getBpmnModelInstance().getModelElementById(execution.getCurrentActivityId());
        Optional<String> closed = last instanceof EndEvent end
                ? ExtensionProperties.of(end).value("closed").filter(reason -> !reason.isBlank())
                : Optional.empty();
        observers.get().forEach(observer -> observer.ended(request, closed));
    }
}
