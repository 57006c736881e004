package dev.baton.metrics;

import dev.baton.metrics.KaplanMeier.Quantile;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long something takes, twice: as those say that have ended, and as all say, the open ones included. The first is
 * what most reports show; it forgets whatever takes long.
 */
public record Lasting(Completed completed, Estimated estimated) {

    /**
     * Those that have ended, in seconds.
     *
     * @param n how many
     * @param p50 half took no longer; between two of them where the middle falls so (quantiles of type 7 in Hyndman and
     *     Fan 1996)
     * @param p50Range where the true p50 may well lie; null for fewer than eight
     */
    public record Completed(
            int n,
            @Nullable Double mean,
            @Nullable Double p50,
            @Nullable Double p85,
            @Nullable Double p95,
            @Nullable Range p50Range,
            @Nullable Range p85Range,
            @Nullable Range p95Range) {}

    /**
     * Where a quantile may well lie, with 95 % confidence, in seconds.
     *
     * @param high null where too many are open to say
     */
    public record Range(double low, @Nullable Double high) {}

    /**
     * All, by Kaplan–Meier, in seconds.
     *
     * @param n how many, open ones included
     * @param open how many of them have not ended
     * @param p50 half are over within this; null where too many are open to say
     * @param p50Range where it may well lie, by Greenwood's variance; null where too few have ended to say
     * @param tooFew whether there are too few to say much
     */
    public record Estimated(
            int n,
            int open,
            @Nullable Double p50,
            @Nullable Double p85,
            @Nullable Double p95,
            @Nullable Range p50Range,
            @Nullable Range p85Range,
            @Nullable Range p95Range,
            boolean tooFew) {}

    static Lasting of(Durations durations) {
        double[] ended = durations.ended();
        double[] open = durations.open();
        return new Lasting(completed(ended), estimated(ended, open));
    }

    static Completed completed(double[] ended) {
        return ended.length == 0
                ? new Completed(0, null, null, null, null, null, null, null)
                : new Completed(
                        ended.length,
                        Arrays.stream(ended).sum() / ended.length,
                        quantile(ended, 0.50),
                        quantile(ended, 0.85),
                        quantile(ended, 0.95),
                        Bootstrap.range(ended, 0.50),
                        Bootstrap.range(ended, 0.85),
                        Bootstrap.range(ended, 0.95));
    }

    static Estimated estimated(double[] ended, double[] open) {
        List<Quantile> quantiles = KaplanMeier.within(ended, open, 0.50, 0.85, 0.95);
        return new Estimated(
                ended.length + open.length,
                open.length,
                quantiles.get(0).at(),
                quantiles.get(1).at(),
                quantiles.get(2).at(),
                range(quantiles.get(0)),
                range(quantiles.get(1)),
                range(quantiles.get(2)),
                ended.length + open.length < Measure.ENOUGH);
    }

    private static @Nullable Range range(Quantile quantile) {
        Double low = quantile.low();
        return low == null ? null : new Range(low, quantile.high());
    }

    static double seconds(Duration length) {
        return length.toMillis() / 1000.0;
    }

    /** The number below which this share of the sorted numbers lies. */
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
