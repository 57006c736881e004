package dev.baton.engine;

import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * The name of a signal together with the request that it belongs to. The engine calls a signal out to every process that
 * waits for one of its name, so that one model could move the requests of another.
 */
record OwnSignal(Expression name) implements Expression {

    @Override
    public Object getValue(VariableScope scope) {
        return own(name.getValue(scope), scope);
    }

    @Override
    public Object getValue(VariableScope scope, @Nullable BaseDelegateExecution execution) {
        return own(name.getValue(scope, execution), scope);
    }

    private static String own(@Nullable Object name, VariableScope scope) {
        String request = scope instanceof ExecutionEntity execution ? execution.getProcessBusinessKey() : "nobody";
        return name + "@" + request;
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        name.setValue(value, scope);
    }

    @Override
    public void setValue(Object value, VariableScope scope, BaseDelegateExecution execution) {
        name.setValue(value, scope, execution);
    }

    @Override
    public String getExpressionText() {
        return name.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
        return false;
    }
}
