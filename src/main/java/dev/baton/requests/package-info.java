/** The request, its conversation, its promises and its status page. */
@ApplicationModule(allowedDependencies = {"shared", "engine", "engine :: spi", "models", "people", "outbox"})
@NullMarked
package dev.baton.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
