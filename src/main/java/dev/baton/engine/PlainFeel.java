package dev.baton.engine;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;

/** The decisions of models: FEEL as far as {@link FeelSubset} goes, with answers of a size that can be kept. */
record PlainFeel(FeelEngine whole) implements FeelEngine {

    @Override
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        refuse(expression);
        T answer = whole.evaluateSimpleExpression(expression, variables);
        Weight.refuseMuch(answer, expression);
        return answer;
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String input, VariableContext variables) {
        refuse(expression);
        return whole.evaluateSimpleUnaryTests(expression, input, variables);
    }

    private static void refuse(String expression) {
        FeelSubset.beyond(expression).ifPresent(beyond -> {
            throw new WorkflowFailed("A decision table may not use '" + beyond + "'");
        });
    }
}
