package dev.baton.bench;

/**
 * How many a second.
 *
 * @param cold in a JVM that has just started, whose compiler is still at work
 * @param warm after as many again
 */
record Rates(double cold, double warm) {}
