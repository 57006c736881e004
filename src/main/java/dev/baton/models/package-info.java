/** BPMN and DMN: reading, checking, deploying, versions and drawing. */
@ApplicationModule(allowedDependencies = {"shared", "engine", "engine :: spi", "people", "outbox"})
@NullMarked
package dev.baton.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
