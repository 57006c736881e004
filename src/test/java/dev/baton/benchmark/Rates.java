package dev.baton.benchmark;

/**
 * How many a second.
 *
 * @param cold in a JVM that has just started, whose compiler is at work
 * @param warm the last lot, when the compiler has done most of its work
 */
record Rates(double cold, double warm) {

    /** How many lots each side does in one JVM. */
    static final int LOTS = 3;
}
