package dev.baton.metrics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A number that says what it was made of and how sure it is.
 *
 * @param value numerator by denominator, times the unit it is stated in; null where there is nothing to divide by
 * @param low where the true value may well lie, at the lowest, with 95 % confidence
 * @param high the same at the highest
 * @param tooFew whether the denominator is too small to say anything by the value alone
 */
public record Measure(
        @Nullable Double value,
        long numerator,
        long denominator,
        @Nullable Double low,
        @Nullable Double high,
        boolean tooFew) {

    /** Below this many cases a page says "too few to say" beside the number. */
    public static final int ENOUGH = 5;

    private static final double ERROR = 0.05;

    /** How many of how many, with the score interval of Wilson (1927), which keeps its promise for small numbers too. */
    static Measure share(long numerator, long denominator) {
        if (denominator == 0) {
            return none(numerator);
        }
        Interval interval = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                Math.toIntExact(denominator), Math.toIntExact(numerator), ERROR);
        return of(
                1,
                numerator,
                denominator,
                Math.max(0, interval.getLowerBound()),
                Math.min(1, interval.getUpperBound()));
    }

    /**
     * How many for each of so many, where one may have several; with the exact interval of a Poisson count (Garwood
     * 1936).
     *
     * @param unit what the value is stated for: 100 for "per hundred"
     */
    static Measure perUnit(int unit, long numerator, long denominator) {
        if (denominator == 0) {
            return none(numerator);
        }
        double least = numerator == 0 ? 0 : chiSquared(2 * numerator).inverseCumulativeProbability(ERROR / 2) / 2;
        double most = chiSquared(2 * numerator + 2).inverseSurvivalProbability(ERROR / 2) / 2;
        return of(unit, numerator, denominator, least / denominator, most / denominator);
    }

    private static ChiSquaredDistribution chiSquared(long degreesOfFreedom) {
        return ChiSquaredDistribution.of(degreesOfFreedom);
    }

    private static Measure none(long numerator) {
        return new Measure(null, numerator, 0, null, null, true);
    }

    private static Measure of(int unit, long numerator, long denominator, double low, double high) {
        return new Measure(
                unit * (double) numerator / denominator,
                numerator,
                denominator,
                unit * low,
                unit * high,
                denominator < ENOUGH);
    }

    /** Whether there was anything to count. */
    @JsonIgnore
    public boolean isKnown() {
        return value != null;
    }

    /** The lower end of a share in whole percent. */
    @JsonIgnore
    public long lowPercent() {
        return percent(low);
    }

    /** The upper end of a share in whole percent. */
    @JsonIgnore
    public long highPercent() {
        return percent(high);
    }

    private static long percent(@Nullable Double share) {
        return share == null ? 0 : Math.round(100 * share);
    }
}
