package dev.baton.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.EvaluationContext;
import org.springframework.expression.PropertyAccessor;
import org.springframework.expression.TypedValue;
import org.thymeleaf.context.IContext;
import org.thymeleaf.engine.IterationStatusVar;

/**
 * What a template may read: the components of records, the entries of maps, {@code size} and {@code empty} of lists, and
 * the counters of {@code th:each}. Nothing else of any object, so nothing happens by reading.
 */
final class ModelFields implements PropertyAccessor {

    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            Map<String, Method> accessors = new LinkedHashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                accessors.put(component.getName(), component.getAccessor());
            }
            return accessors;
        }
    };

    /**
     * Set where the model is a map: a name it lacks is then nothing, as a process variable may be. Where a template is
     * only tried, this is a set that takes such names.
     */
    static final String OPEN_MODEL = "openModel";

    /** The names and values a model gives to its template, in their order. */
    static Map<String, @Nullable Object> of(Object model) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (model instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put(String.valueOf(name), value));
            return fields;
        }
        if (!model.getClass().isRecord()) {
            throw new IllegalArgumentException("A mail's model is a record or a map, not a "
                    + model.getClass().getName());
        }
        ACCESSORS.get(model.getClass()).forEach((name, accessor) -> fields.put(name, value(accessor, model)));
        return fields;
    }

    @Override
    public Class<?> @Nullable [] getSpecificTargetClasses() {
        return null;
    }

    @Override
    public boolean canRead(EvaluationContext context, @Nullable Object target, String name) {
        return true;
    }

    @Override
    public TypedValue read(EvaluationContext context, @Nullable Object target, String name) {
        return new TypedValue(field(target, name));
    }

    private static @Nullable Object field(@Nullable Object target, String name) {
        if (target == null) {
            throw new TemplateFault("outbox.template.of-nothing", name);
        }
        if (target instanceof IContext variables) {
            return variable(variables, name);
        }
        if (target instanceof Map<?, ?> map && (map.containsKey(name) || !isCounter(name))) {
            return map.get(name);
        }
        if (target instanceof Map<?, ?> map) {
            return counter(map.values(), name);
        }
        if (target instanceof Collection<?> items && isCounter(name)) {
            return counter(items, name);
        }
        if (target instanceof IterationStatusVar turn) {
            return turn(turn, name);
        }
        return component(target, name);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object variable(IContext variables, String name) {
        if (!variables.containsVariable(name)) {
            if (!variables.containsVariable(OPEN_MODEL)) {
                throw new TemplateFault("outbox.template.unknown-field", name);
            }
            if (variables.getVariable(OPEN_MODEL) instanceof Set<?> unknown) {
                ((Set<String>) unknown).add(name);
            }
        }
        return variables.getVariable(name);
    }

    private static boolean isCounter(String name) {
        return name.equals("size") || name.equals("empty");
    }

    private static Object counter(Collection<?> items, String name) {
        return name.equals("size") ? (Object) items.size() : (Object) items.isEmpty();
    }

    private static Object turn(IterationStatusVar turn, String name) {
        return switch (name) {
            case "first" -> turn.isFirst();
            case "last" -> turn.isLast();
            case "count" -> turn.getCount();
            case "index" -> turn.getIndex();
            default -> throw new TemplateFault("outbox.template.unknown-field", name);
        };
    }

    private static @Nullable Object component(Object target, String name) {
        Method accessor = !target.getClass().isRecord()
                ? null
                : ACCESSORS.get(target.getClass()).get(name);
        if (accessor == null) {
            throw new TemplateFault("outbox.template.unknown-field", name);
        }
        return value(accessor, target);
    }

    private static @Nullable Object value(Method accessor, @Nullable Object record) {
        try {
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException("Cannot read " + accessor, unreadable);
        }
    }

    @Override
    public boolean canWrite(EvaluationContext context, @Nullable Object target, String name) {
        return false;
    }

    @Override
    public void write(EvaluationContext context, @Nullable Object target, String name, @Nullable Object value) {
        throw new TemplateFault("outbox.template.expression-refused", name, "=");
    }
}
