package dev.baton.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** What models ask of variables to find the way of a request, asked apart from any request. */
public class Rulings {

    private final ProcessEngineConfigurationImpl engine;

    Rulings(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    /**
     * What an expression says of these variables.
     *
     * @param expression with its braces
     * @throws WorkflowFailed if it cannot be answered from them alone
     */
    public @Nullable Object value(String expression, Map<String, ?> variables) {
        NarrowExpressions expressions = (NarrowExpressions) engine.getExpressionManager();
        VariableMap known = Variables.createVariables();
        known.putAll(variables);
        try {
            return expressions
                    .createValueExpression(expression)
                    .getValue(expressions.createElContext(known.asVariableContext()));
        } catch (RuntimeException | StackOverflowError failed) {
            throw new WorkflowFailed(expression + ": " + failed.getMessage(), failed);
        }
    }

    /**
     * What the newest version of a decision table says of these variables, as text that is the same for the same answer.
     *
     * @throws WorkflowFailed if there is no such table, or it cannot be answered from them alone
     */
    public String decision(String key, Map<String, ?> variables) {
        VariableMap known = Variables.createVariables();
        known.putAll(variables);
        return EngineCalls.step(
                key,
                () -> engine.getDecisionService()
                        .evaluateDecisionByKey(key)
                        .variables(known)
                        .evaluate()
                        .getResultList()
                        .toString());
    }
}
