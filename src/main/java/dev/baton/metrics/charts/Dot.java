package dev.baton.metrics.charts;

/**
 * One case, or several at about the same place.
 *
 * @param count how many; at least one
 */
public record Dot(double x, double y, long count) {}
