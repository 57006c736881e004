package dev.baton.metrics.charts;

import java.util.List;

/**
 * An axis with as many marks as there is room for.
 *
 * @param from what its beginning stands for
 * @param to what its end stands for, more than the beginning
 * @param ticks none outside of it
 */
record Scale(double from, double to, List<Tick> ticks) {

    /** How far along the axis this lies: 0 is its beginning, 1 its end; nothing lies beyond. */
    double share(double value) {
        return Math.max(0, Math.min(1, (value - from) / (to - from)));
    }

    int longestLabel() {
        return ticks.stream().mapToInt(tick -> tick.label().length()).max().orElse(0);
    }
}
