package dev.baton.metrics;

/**
 * Late tasks of those that fell due, three ways.
 *
 * @param current by the date that holds now; it looks better when dates are moved
 * @param first by the date first promised
 * @param completedOnly by the date that holds now and without the tasks still open: what most reports would claim
 */
public record LateRate(Measure current, Measure first, Measure completedOnly) {}
