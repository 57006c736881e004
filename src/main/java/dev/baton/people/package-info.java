/** Persons, teams, substitutes, working calendars and roles. */
@ApplicationModule(allowedDependencies = {"shared", "engine :: spi"})
@NullMarked
package dev.baton.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
