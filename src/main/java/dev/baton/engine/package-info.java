/** The embedded Camunda 7: the only importer of {@code org.camunda.bpm.engine}. Its {@code spi} names what expressions may see and who hears of tasks and history. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package dev.baton.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
