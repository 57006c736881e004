package dev.baton.engine;

import dev.baton.engine.spi.ModelVisible;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * What may be read from a value: maps, lists, the brief, a decision's single result, a few questions to texts and
 * lists, and the own public methods of {@link ModelVisible} classes. In place of JUEL's {@code BeanELResolver}, which
 * would open every method of every object, {@code getClass()} first.
 */
final class ValueResolver extends ReadOnlyResolver {

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base == null) {
            return null;
        }
        context.setPropertyResolved(true);
        String name = String.valueOf(property);
        if (base instanceof NameResolver.Brief brief) {
            Object value = brief.scope().variable(name);
            Weight.refuseMuch(value, name);
            return value;
        }
        if (base instanceof Map<?, ?> map) {
            return map.get(property);
        }
        if (base instanceof DmnDecisionResult decision && name.equals("singleResult")) {
            return decision.getSingleResult();
        }
        if (base instanceof List<?> list && property instanceof Number index) {
            int i = index.intValue();
            return i >= 0 && i < list.size() ? list.get(i) : null;
        }
        Method reader = method(base, name, 0)
                .or(() -> method(base, "get" + Character.toUpperCase(name.charAt(0)) + name.substring(1), 0))
                .orElseThrow(() -> new PropertyNotFoundException("A model may not read '" + name + "' here"));
        return call(base, reader);
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, @Nullable Object base, Object method, Class<?> @Nullable [] types, Object... arguments) {
        if (base == null) {
            return null;
        }
        context.setPropertyResolved(true);
        String name = String.valueOf(method);
        Object[] given = arguments == null ? new Object[0] : arguments;
        Optional<Object> answer = plainQuestion(base, name, given);
        if (answer.isPresent()) {
            return answer.get();
        }
        Method visible = method(base, name, given.length)
                .orElseThrow(() -> new MethodNotFoundException("A model may not call '" + name + "' here"));
        for (int i = 0; i < given.length; i++) {
            given[i] = context.convertToType(given[i], visible.getParameterTypes()[i]);
        }
        return call(base, visible, given);
    }

    private static Optional<Object> plainQuestion(Object base, String name, Object[] given) {
        if (base instanceof Collection<?> list) {
            return switch (name + "/" + given.length) {
                case "size/0" -> Optional.of(list.size());
                case "isEmpty/0" -> Optional.of(list.isEmpty());
                case "contains/1" -> Optional.of(list.contains(given[0]));
                default -> Optional.empty();
            };
        }
        if (base instanceof String text) {
            return switch (name + "/" + given.length) {
                case "length/0" -> Optional.of(text.length());
                case "isEmpty/0" -> Optional.of(text.isEmpty());
                case "toLowerCase/0" -> Optional.of(text.toLowerCase(java.util.Locale.ROOT));
                case "contains/1" -> Optional.of(text.contains(String.valueOf(given[0])));
                case "startsWith/1" -> Optional.of(text.startsWith(String.valueOf(given[0])));
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    private static Optional<Method> method(Object base, String name, int parameters) {
        if (!base.getClass().isAnnotationPresent(ModelVisible.class)) {
            return Optional.empty();
        }
        return Arrays.stream(base.getClass().getDeclaredMethods())
                .filter(method -> method.getName().equals(name)
                        && method.getParameterCount() == parameters
                        && Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic())
                .findFirst();
    }

    private static @Nullable Object call(Object base, Method method, Object... arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(base, arguments);
        } catch (InvocationTargetException failed) {
            throw new ELException(failed.getCause());
        } catch (IllegalAccessException closed) {
            throw new ELException(closed);
        }
    }
}
