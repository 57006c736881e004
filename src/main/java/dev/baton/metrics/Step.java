package dev.baton.metrics;

/**
 * A task in a version of a model.
 *
 * @param name what the diagram calls it, with expressions as they are written
 * @param review whether it asks somebody to approve
 */
record Step(String definitionId, String key, String name, boolean review) {}
