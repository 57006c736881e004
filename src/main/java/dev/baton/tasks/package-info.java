/** Tasks in people's hands: task mails, action links, replies, reminders, hand-over and blockers. */
@ApplicationModule(
        allowedDependencies = {"shared", "engine", "engine :: spi", "models", "people", "outbox", "requests"})
@NullMarked
package dev.baton.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
