/** What a mail or a form means: which workflow, whose request, what is missing. Forms are the engine's (docs/decisions/0007). */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "engine",
            "inbox",
            "models",
            "people",
            "outbox",
            "requests",
            "requests :: web",
            "tasks"
        })
@NullMarked
package dev.baton.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
