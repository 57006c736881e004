/** What leaves: mail templates, the queue, SMTP and the dead letters. */
@ApplicationModule(allowedDependencies = {"shared", "people"})
@NullMarked
package dev.baton.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
