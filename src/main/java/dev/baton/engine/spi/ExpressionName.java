package dev.baton.engine.spi;

import org.jspecify.annotations.Nullable;

/**
 * One of the names that a model's expressions may use besides its own variables, such as {@code request} or {@code
 * people}. Every bean of this type is one name; there are no others.
 */
public interface ExpressionName {

    /** The name as it stands in an expression. */
    String name();

    /**
     * What the name stands for. Maps are read by key, lists by index; of any other type an expression reads only the
     * public methods of a class marked {@link ModelVisible}.
     */
    @Nullable
    Object valueFor(ExpressionScope scope);
}
