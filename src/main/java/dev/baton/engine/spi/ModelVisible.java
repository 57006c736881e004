package dev.baton.engine.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Opens a class to the expressions of models: the public methods that the class itself declares, and nothing it
 * inherits, may be called; {@code thing.name} reads the method {@code name()} or {@code getName()}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ModelVisible {}
