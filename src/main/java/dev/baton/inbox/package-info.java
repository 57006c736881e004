/** What arrives: fetching, the ledger, parsing and the ordered filters. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package dev.baton.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
