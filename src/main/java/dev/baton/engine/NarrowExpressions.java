package dev.baton.engine;

import dev.baton.engine.spi.ExpressionName;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;

/** The expressions of models: variables, our few names, and nothing through which Java could be reached. */
final class NarrowExpressions extends JuelExpressionManager {

    private final Supplier<List<ExpressionName>> names;
    private final MailDelegate mail;

    NarrowExpressions(Supplier<List<ExpressionName>> names, MailDelegate mail) {
        super(Map.of());
        this.names = names;
        this.mail = mail;
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
