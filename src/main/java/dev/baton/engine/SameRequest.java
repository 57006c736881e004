package dev.baton.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/** The reference of the calling process. */
final class SameRequest implements ParameterValueProvider {

    @Override
    public @Nullable Object getValue(VariableScope scope) {
        return scope instanceof ExecutionEntity caller ? caller.getProcessBusinessKey() : null;
    }

    @Override
    public boolean isDynamic() {
        return true;
    }
}
