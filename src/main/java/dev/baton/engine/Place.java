package dev.baton.engine;

import java.util.List;
import java.util.Set;

/**
 * All work that stands at the same steps of a version.
 *
 * @param steps ids of the elements, in the order of the alphabet
 * @param work at least one
 */
public record Place(Set<String> steps, List<Standing> work) {}
