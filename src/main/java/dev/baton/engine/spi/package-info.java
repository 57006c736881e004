/** What the engine lets others do: give names to expressions, settle due dates, send the model's mails, hear of tasks and endings. */
@NamedInterface("spi")
@NullMarked
package dev.baton.engine.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
