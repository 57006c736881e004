/** What a mail or a form means: which workflow, whose request, what is missing. */
@ApplicationModule(allowedDependencies = {"shared", "inbox", "models", "people", "outbox", "requests", "tasks"})
@NullMarked
package dev.baton.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
