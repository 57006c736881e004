package dev.baton.metrics;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalDouble;
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

    /** Where a quantile may well lie, with 95 % confidence, in seconds. */
    public record Range(double low, double high) {}

    /**
     * All, by Kaplan–Meier, in seconds.
     *
     * @param n how many, open ones included
     * @param open how many of them have not ended
     * @param p50 half are over within this; null where too many are open to say
     * @param tooFew whether there are too few to say much
     */
    public record Estimated(
            int n,
            int open,
            @Nullable Double p50,
            @Nullable Double p85,
            @Nullable Double p95,
            boolean tooFew) {}

    static Lasting of(Durations durations) {
        double[] ended = durations.ended();
        double[] open = durations.open();
        return new Lasting(completed(ended), estimated(ended, open));
    }

    private static Completed completed(double[] ended) {
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

    private static Estimated estimated(double[] ended, double[] open) {
        return new Estimated(
                ended.length + open.length,
                open.length,
                orNull(KaplanMeier.within(0.50, ended, open)),
                orNull(KaplanMeier.within(0.85, ended, open)),
                orNull(KaplanMeier.within(0.95, ended, open)),
                ended.length + open.length < Measure.ENOUGH);
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

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
