package dev.baton.bench.rehearsal;

import org.jspecify.annotations.Nullable;

/**
 * Where a workflow could not go on in a rehearsal.
 *
 * @param element id of the element in its model; null if it could not be found out
 * @param name what the diagram calls it; what was pressed last where the element is unknown
 * @param words what is wrong, for people
 * @param detail what the engine said; null if it said nothing
 */
public record Stumble(
        @Nullable String element,
        String name,
        String words,
        @Nullable String detail) {}
