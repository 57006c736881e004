package dev.baton.engine;

import java.time.Instant;

/**
 * A step of a request that failed by itself and is not tried again on its own.
 *
 * @param id by which it is tried again
 * @param name what the model calls it
 * @param reason what was wrong the last time, in the program's words; may be empty
 * @param since when it was given up
 */
public record StuckStep(String id, String name, String reason, Instant since) {}
