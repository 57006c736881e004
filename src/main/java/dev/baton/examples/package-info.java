/**
 * Some weeks of made-up history for the embedded start, made by the real parts with the clock moved back
 * (docs/decisions/0012).
 */
@ApplicationModule(allowedDependencies = {"shared", "engine", "models", "people", "outbox", "requests", "tasks"})
@NullMarked
package dev.baton.examples;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
