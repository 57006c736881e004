/** What every module may use: addresses, references, signed links, time and rows. No logic that has a home elsewhere. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.baton.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
