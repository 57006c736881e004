package dev.baton.metrics;

import org.jspecify.annotations.Nullable;

/** How a number differs from an earlier one, if one can say so. */
public enum Change {
    MORE,
    LESS,
    /** They differ by no more than they would where nothing changed. */
    MAYBE_CHANCE,
    /** One of the two could not be counted. */
    UNKNOWN;

    /**
     * Compares two numbers by the interval of their difference, which is made from the intervals of both (for shares
     * method 10 of Newcombe 1998; in general Zou and Donner 2008): where it holds zero, the difference may be chance.
     */
    public static Change between(Measure now, Measure before) {
        return between(now.value(), now.low(), now.high(), before.value(), before.low(), before.high());
    }

    /** The same for how long half takes. */
    public static Change between(Lasting.Estimated now, Lasting.Estimated before) {
        Lasting.Range here = now.p50Range();
        Lasting.Range there = before.p50Range();
        if (now.p50() == null || before.p50() == null) {
            return UNKNOWN;
        }
        if (here == null || there == null) {
            return MAYBE_CHANCE;
        }
        return between(
                now.p50(),
                here.low(),
                orWithoutEnd(here.high()),
                before.p50(),
                there.low(),
                orWithoutEnd(there.high()));
    }

    private static double orWithoutEnd(@Nullable Double high) {
        return high == null ? Double.POSITIVE_INFINITY : high;
    }

    private static Change between(
            @Nullable Double now,
            @Nullable Double nowLow,
            @Nullable Double nowHigh,
            @Nullable Double before,
            @Nullable Double beforeLow,
            @Nullable Double beforeHigh) {
        if (now == null
                || nowLow == null
                || nowHigh == null
                || before == null
                || beforeLow == null
                || beforeHigh == null) {
            return UNKNOWN;
        }
        double difference = now - before;
        if (difference - Math.hypot(now - nowLow, beforeHigh - before) > 0) {
            return MORE;
        }
        return difference + Math.hypot(nowHigh - now, before - beforeLow) < 0 ? LESS : MAYBE_CHANCE;
    }
}
