package dev.baton.metrics.charts;

/** A bar from zero up, between two places of the axis across. */
public record Bar(double from, double to, double height) {}
