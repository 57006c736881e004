package dev.baton.engine;

import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.jspecify.annotations.Nullable;

/** An expression whose answer has a size that the engine can keep, and which is not folded too deep to be read. */
final class LimitedExpression extends JuelExpression {

    LimitedExpression(ValueExpression expression, NarrowExpressions manager, String text) {
        super(expression, manager, text);
    }

    @Override
    public @Nullable Object getValue(VariableScope scope, @Nullable BaseDelegateExecution execution) {
        try {
            Object value = super.getValue(scope, execution);
            Weight.refuseMuch(value, getExpressionText());
            return value;
        } catch (StackOverflowError tooDeep) {
            throw NarrowExpressions.tooDeep(getExpressionText(), tooDeep);
        }
    }
}
