package dev.baton.metrics.charts;

/** A place in the units of the axes; moments are milliseconds. */
public record Point(double x, double y) {}
