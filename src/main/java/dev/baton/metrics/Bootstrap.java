package dev.baton.metrics;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How sure a quantile of lengths is, by the percentile bootstrap (Efron 1979). Nothing is drawn by lot: where the k-th
 * of n drawn with replacement lies is known to be the place n · U, with U of the beta distribution (k, n + 1 − k), so
 * the bounds are those that endlessly many draws would come to. A quantile between two of them has its bounds between
 * the bounds of the two.
 */
final class Bootstrap {

    /** Fewer say next to nothing. */
    static final int ENOUGH = 8;

    private static final double ERROR = 0.05;

    private Bootstrap() {}

    /**
     * The 95 % interval of {@link Lasting#quantile}. It never goes beyond what was seen: an upper bound that is the
     * longest of all says only that nothing longer came by.
     *
     * @return null for fewer than eight
     */
    static Lasting.@Nullable Range range(double[] sorted, double share) {
        if (sorted.length < ENOUGH) {
            return null;
        }
        return new Lasting.Range(bound(sorted, share, ERROR / 2), bound(sorted, share, 1 - ERROR / 2));
    }

    private static double bound(double[] sorted, double share, double confidence) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        double low = drawn(sorted, below + 1, confidence);
        return low + (place - below) * (drawn(sorted, above + 1, confidence) - low);
    }

    /** What the k-th smallest of as many drawn is at most, with this confidence. */
    private static double drawn(double[] sorted, int k, double confidence) {
        int n = sorted.length;
        double u = BetaDistribution.of(k, n + 1.0 - k).inverseCumulativeProbability(confidence);
        return sorted[Math.min(n, Math.max(1, (int) Math.ceil(n * u))) - 1];
    }
}
