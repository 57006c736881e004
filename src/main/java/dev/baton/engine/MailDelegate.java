package dev.baton.engine;

import dev.baton.engine.spi.MailStep;
import dev.baton.shared.RequestRef;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** {@code ${mail}}: the one delegate a model may use. Its input parameters say what goes to whom. */
final class MailDelegate implements JavaDelegate {

    private final Supplier<MailStep> mail;

    MailDelegate(Supplier<MailStep> mail) {
        this.mail = mail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> inputs = new HashMap<>(execution.getVariablesLocal());
        inputs.values().removeIf(value -> value instanceof TypedValue || value == null);
        String template = required(inputs, "template", execution);
        String to = required(inputs, "to", execution);
        try {
            mail.get().send(RequestRef.of(execution.getProcessBusinessKey()), template, to, inputs);
        } catch (IllegalArgumentException notToBeSent) {
            throw new WorkflowFailed(String.valueOf(notToBeSent.getMessage()), notToBeSent);
        }
    }

    private static String required(Map<String, Object> inputs, String name, DelegateExecution execution) {
        Object value = inputs.remove(name);
        if (value == null || value.toString().isBlank()) {
            throw new WorkflowFailed(
                    "The mail step '" + execution.getCurrentActivityId() + "' has no input '" + name + "'");
        }
        return value.toString();
    }
}
