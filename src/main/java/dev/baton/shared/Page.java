package dev.baton.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list as the API gives it.
 *
 * @param items the rows, in the order of the list
 * @param next what to send as {@code after} for the following page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {}
