package dev.baton.metrics.charts;

/** A place on an axis with a word or number to it. */
record Tick(double at, String label) {}
