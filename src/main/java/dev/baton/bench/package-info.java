/** The process owner's bench: a model is checked, shown as what it will do to people, tried, deployed and compared. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "engine",
            "engine :: spi",
            "models",
            "people",
            "outbox",
            "requests",
            "tasks",
            "tasks :: pages",
            "intake",
            "metrics"
        })
@NullMarked
package dev.baton.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
