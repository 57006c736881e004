package dev.baton.metrics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * A share of the time of many requests. They differ in length, so how sure it is follows from how much their shares
 * scatter: the ratio estimator with its usual variance (Cochran, Sampling Techniques, chapter 6).
 *
 * @param value numerator by denominator; null where there is nothing to divide by
 * @param numerator seconds
 * @param denominator seconds
 * @param low where the true share may well lie, at the lowest, with 95 % confidence; null for fewer than five requests
 * @param high the same at the highest
 * @param requests how many there were
 */
public record TimeShare(
        @Nullable Double value,
        double numerator,
        double denominator,
        @Nullable Double low,
        @Nullable Double high,
        long requests) {

    private static final double TWO_SIDED = 1.959964;

    /** Below {@link Measure#ENOUGH} requests nothing can be said by the value alone. */
    @JsonIgnore
    public boolean isTooFew() {
        return requests < Measure.ENOUGH;
    }

    /** Adds up one request after the other. */
    static final class Sum {

        private long n;
        private double part;
        private double whole;
        private double partSquared;
        private double wholeSquared;
        private double product;

        /** @param of seconds, more than none */
        void add(double seconds, double of) {
            n++;
            part += seconds;
            whole += of;
            partSquared += seconds * seconds;
            wholeSquared += of * of;
            product += seconds * of;
        }

        TimeShare share() {
            if (whole == 0) {
                return new TimeShare(null, part, whole, null, null, n);
            }
            double ratio = part / whole;
            if (n < Measure.ENOUGH) {
                return new TimeShare(ratio, part, whole, null, null, n);
            }
            double residuals = Math.max(0, partSquared - 2 * ratio * product + ratio * ratio * wholeSquared);
            double margin = TWO_SIDED * Math.sqrt(residuals * n / (n - 1)) / whole;
            return new TimeShare(ratio, part, whole, Math.max(0, ratio - margin), Math.min(1, ratio + margin), n);
        }
    }
}
