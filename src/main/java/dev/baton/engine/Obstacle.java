package dev.baton.engine;

/**
 * What keeps a piece of work from another version.
 *
 * @param step the id of the element that it stands at; empty where none in particular is meant
 */
public record Obstacle(String step, Hindrance why) {}
