package dev.baton.metrics;

/**
 * The lengths of a {@link Report} once more, counted in the hours in which the request's team worked. Lengths are
 * seconds.
 *
 * @param reviewTime from the first time somebody was asked to approve to the last decision, all rounds
 * @param firstResponse from then to the first decision
 * @param cycleTime from opening to the end, of requests opened in the period
 */
public record WorkingTimes(Lasting reviewTime, Lasting firstResponse, Lasting cycleTime) {}
