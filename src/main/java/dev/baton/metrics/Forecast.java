package dev.baton.metrics;

import dev.baton.metrics.KaplanMeier.Observation;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much longer a request takes, judging by earlier ones that lasted at least as long; those still open count for as
 * long as they have been. Nothing is drawn by lot: the shares are those of the Kaplan–Meier curve.
 */
final class Forecast {

    /** Shares are products of fractions; a half may come out a hair above a half. */
    private static final double HAIR = 1e-9;

    private final double[] delivered;
    private final double[] unfinished;
    /** The curve: when something was delivered, and the share that was still open after it. */
    private final double[] times;

    private final double[] open;

    private Forecast(double[] delivered, double[] unfinished, double[] times, double[] open) {
        this.delivered = delivered;
        this.unfinished = unfinished;
        this.times = times;
        this.open = open;
    }

    /** @param past earlier requests of its workflow, watched from their start */
    static Forecast of(List<Observation> past) {
        List<KaplanMeier.Step> steps = KaplanMeier.of(past).steps();
        return new Forecast(
                lengths(past, true),
                lengths(past, false),
                steps.stream().mapToDouble(KaplanMeier.Step::time).toArray(),
                steps.stream().mapToDouble(KaplanMeier.Step::open).toArray());
    }

    private static double[] lengths(List<Observation> past, boolean ended) {
        return past.stream()
                .filter(each -> each.ended() == ended)
                .mapToDouble(Observation::exit)
                .sorted()
                .toArray();
    }

    /** How many that lasted at least as long have been delivered. */
    int cases(double age) {
        return delivered.length - below(delivered, age);
    }

    /** Whether those are fewer than five, which is too few to say anything. */
    boolean tooFew(double age) {
        return cases(age) < Measure.ENOUGH;
    }

    /**
     * Within how much time from now this share of such requests is delivered. The new request is one more beside those
     * seen, so of n cases the share is sought at share · (n + 1) / n, between the two cases where it lies (definition 6 of
     * Hyndman and Fan 1996): the place at which a new one falls below as often as is said, whatever the distribution.
     *
     * @param age how long the request has been open; nothing for one that is just asked for
     * @return nothing if there are too few, or too many still open, to say
     */
    OptionalDouble within(double age, double share) {
        if (tooFew(age)) {
            return OptionalDouble.empty();
        }
        double cases = cases(age) + unfinished.length - below(unfinished, Math.nextUp(age));
        int first = below(times, age);
        double all = first == 0 ? 1 : open[first - 1];
        double wanted = (1 - share * (cases + 1) / cases) * all;
        for (int place = first; place < times.length; place++) {
            if (open[place] <= wanted + HAIR) {
                double before = place == first ? times[place] : times[place - 1];
                double part = place == first ? 1 : (open[place - 1] - wanted) / (open[place - 1] - open[place]);
                return OptionalDouble.of(before + Math.min(1, part) * (times[place] - before) - age);
            }
        }
        return OptionalDouble.empty();
    }

    /** How many of the sorted numbers are below the bound. */
    private static int below(double[] sorted, double bound) {
        int at = Arrays.binarySearch(sorted, bound);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && sorted[at - 1] == bound) {
            at--;
        }
        return at;
    }
}
