package dev.baton.models;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a check found in a model.
 *
 * @param rule the rule's short name, such as {@code safe}
 * @param element the id of the element, if it has one
 * @param name what the diagram calls the element
 * @param line where it stands in the file, counted from 1; 0 where the file as a whole is meant
 * @param message what is wrong, a sentence for the process owner
 * @param fix what to do about it
 */
public record Finding(
        String rule,
        Severity severity,
        @Nullable String element,
        @Nullable String name,
        int line,
        String message,
        String fix) {}
