package dev.baton.engine.spi;

import dev.baton.shared.RequestRef;
import org.jspecify.annotations.Nullable;

/**
 * A request that cannot go on the way its model is drawn.
 *
 * @param step what the model calls the step that could not be done, if it is known
 * @param reason what was wrong, in a sentence of ours where it is ours, else in the engine's words
 * @param byItself whether nobody pressed anything: a timer or a step that runs by itself failed, was tried again some
 *     times and is not tried again; else somebody's press was undone
 */
public record Standstill(RequestRef request, @Nullable String step, String reason, boolean byItself) {}
