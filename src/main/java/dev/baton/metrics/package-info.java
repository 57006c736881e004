/** Facts, measures and the dashboard. */
@ApplicationModule(
        allowedDependencies = {"shared", "engine", "engine :: spi", "models", "people", "outbox", "requests", "tasks"})
@NullMarked
package dev.baton.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
