package dev.baton.engine;

import dev.baton.engine.spi.ExpressionName;
import dev.baton.engine.spi.ExpressionScope;
import dev.baton.shared.RequestRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.jspecify.annotations.Nullable;

/** What a bare name stands for: one of our names first, so that a variable cannot take its place; else a variable. */
final class NameResolver extends ReadOnlyResolver {

    private final Map<String, ExpressionName> names;
    private final MailDelegate mail;

    NameResolver(List<ExpressionName> names, MailDelegate mail) {
        this.names = names.stream().collect(Collectors.toMap(ExpressionName::name, Function.identity()));
        this.mail = mail;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base != null) {
            return null;
        }
        context.setPropertyResolved(true);
        String name = String.valueOf(property);
        Scope scope = new Scope((VariableScope) context.getContext(VariableScope.class), (VariableContext)
                context.getContext(VariableContext.class));
        if (name.equals("mail")) {
            return mail;
        }
        if (name.equals("brief")) {
            return new Brief(scope);
        }
        ExpressionName known = names.get(name);
        if (known != null) {
            return known.valueFor(scope);
        }
        if (!scope.has(name)) {
            throw new PropertyNotFoundException("No variable is called '" + name + "'");
        }
        Object value = scope.variable(name);
        Weight.refuseMuch(value, name);
        return value;
    }

    /** The brief is the process's variables by their field names, where a field that was left open reads as null. */
    record Brief(ExpressionScope scope) {}

    private record Scope(
            @Nullable VariableScope variables, @Nullable VariableContext context) implements ExpressionScope {

        boolean has(String name) {
            return (variables != null && variables.hasVariable(name))
                    || (context != null && context.containsVariable(name));
        }

        @Override
        public @Nullable Object variable(String name) {
            if (variables != null && variables.hasVariable(name)) {
                return variables.getVariable(name);
            }
            TypedValue value = context == null ? null : context.resolve(name);
            return value == null ? null : value.getValue();
        }

        @Override
        public Optional<RequestRef> request() {
            return execution().map(ExecutionEntity::getProcessBusinessKey).map(RequestRef::of);
        }

        @Override
        public Optional<String> processInstance() {
            return execution().map(ExecutionEntity::getProcessInstanceId);
        }

        private Optional<ExecutionEntity> execution() {
            if (variables instanceof ExecutionEntity execution) {
                return Optional.of(execution);
            }
            return variables instanceof TaskEntity task ? Optional.ofNullable(task.getExecution()) : Optional.empty();
        }
    }
}
