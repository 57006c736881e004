package dev.baton.engine;

import dev.baton.engine.spi.ExpressionName;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/** The expressions of models: variables, our few names, and nothing through which Java could be reached. */
final class NarrowExpressions extends JuelExpressionManager {

    /** Characters of a text with an expression in it; what the engine can keep as a text. */
    private static final int LONGEST = 4_000;

    private final Supplier<List<ExpressionName>> names;
    private final MailDelegate mail;

    NarrowExpressions(Supplier<List<ExpressionName>> names, MailDelegate mail) {
        super(Map.of());
        this.names = names;
        this.mail = mail;
    }

    @Override
    public Expression createExpression(String text) {
        return new LimitedExpression(createValueExpression(text), this, text);
    }

    @Override
    public ValueExpression createValueExpression(String text) {
        if (text.length() > LONGEST && (text.contains("${") || text.contains("#{"))) {
            throw new WorkflowFailed(
                    "The expression '" + Weight.shortened(text) + "' is longer than " + LONGEST + " characters");
        }
        try {
            return super.createValueExpression(text);
        } catch (StackOverflowError tooDeep) {
            throw tooDeep(text, tooDeep);
        }
    }

    static WorkflowFailed tooDeep(String text, StackOverflowError cause) {
        return new WorkflowFailed(
                "The expression '" + Weight.shortened(text) + "' has too many brackets in brackets", cause);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new NameResolver(names.get(), mail));
        resolver.add(new ValueResolver());
        return resolver;
    }

    /** No functions, not even the engine's own {@code currentUser()} and {@code dateTime()}. */
    @Override
    protected FunctionMapper createFunctionMapper() {
        return new FunctionMapper() {
            @Override
            public java.lang.reflect.@org.jspecify.annotations.Nullable Method resolveFunction(
                    String prefix, String name) {
                return null;
            }
        };
    }
}
