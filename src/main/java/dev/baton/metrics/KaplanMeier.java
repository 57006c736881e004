package dev.baton.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How long things last when some have not ended yet (Kaplan and Meier 1958): the share that is still open after a time,
 * where each counts for as long as it was watched. With late entry, for things first watched when they had gone on for a
 * while.
 */
final class KaplanMeier {

    /** Shares are products of fractions; a half may come out a hair above a half. */
    private static final double HAIR = 1e-9;

    private static final double Z = 1.959963984540054;

    /**
     * One thing that was watched.
     *
     * @param entry how long it had gone on when watching began
     * @param exit how long it had gone on when it ended, or was last seen open
     * @param ended false if it was still open then
     */
    record Observation(double entry, double exit, boolean ended) {

        Observation {
            if (!(entry < exit)) {
                throw new IllegalArgumentException("Watched from " + entry + " to " + exit + ", which is no time");
            }
        }

        /** Watched from its very start. */
        static Observation fromStart(double exit, boolean ended) {
            return new Observation(Double.NEGATIVE_INFINITY, exit, ended);
        }
    }

    /**
     * A time at which something ended.
     *
     * @param open the share still open after it
     * @param low with {@code high} the 95 % interval of that share, by Greenwood's variance of its log-log
     */
    record Step(double time, int atRisk, int ended, double open, double low, double high) {}

    private final List<Step> steps;

    private KaplanMeier(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    static KaplanMeier of(List<Observation> observations) {
        double[] entries =
                observations.stream().mapToDouble(Observation::entry).sorted().toArray();
        double[] exits =
                observations.stream().mapToDouble(Observation::exit).sorted().toArray();
        double[] ends = observations.stream()
                .filter(Observation::ended)
                .mapToDouble(Observation::exit)
                .sorted()
                .toArray();
        List<Step> steps = new ArrayList<>();
        double open = 1;
        double variance = 0;
        for (int first = 0; first < ends.length; ) {
            double time = ends[first];
            int ended = below(ends, Math.nextUp(time)) - first;
            int atRisk = below(entries, time) - below(exits, time);
            open *= 1 - (double) ended / atRisk;
            variance += (double) ended / ((double) atRisk * (atRisk - ended));
            steps.add(step(time, atRisk, ended, open, variance));
            first += ended;
        }
        return new KaplanMeier(steps);
    }

    /**
     * The time within which a share has ended.
     *
     * @param at null where so many have not ended yet that nobody can say
     * @param low where it may well lie, at the earliest; null where even that cannot be said
     * @param high the same at the latest
     */
    record Quantile(
            @Nullable Double at,
            @Nullable Double low,
            @Nullable Double high) {}

    /**
     * The times within which these shares have ended, of things that were watched from their very start, with the 95 %
     * intervals of {@link #withinAtLeast} and {@link #withinAtMost}; for very many, since it keeps no steps.
     *
     * @param ended how long those lasted that have ended, shortest first
     * @param open how long those have gone on that have not, shortest first
     */
    static List<Quantile> within(double[] ended, double[] open, double... shares) {
        @Nullable Double[][] found = new Double[shares.length][3];
        double[] logarithms =
                Arrays.stream(shares).map(share -> Math.log(1 - share + HAIR)).toArray();
        double left = 1;
        double variance = 0;
        int gone = 0;
        for (int first = 0; first < ended.length; ) {
            double time = ended[first];
            int next = first;
            while (next < ended.length && ended[next] == time) {
                next++;
            }
            while (gone < open.length && open[gone] < time) {
                gone++;
            }
            double atRisk = ended.length - first + open.length - gone;
            left *= 1 - (next - first) / atRisk;
            variance += (next - first) / (atRisk * (atRisk - (next - first)));
            note(found, shares, logarithms, time, left, variance);
            first = next;
        }
        return Arrays.stream(found)
                .map(each -> new Quantile(each[0], each[1], each[2]))
                .toList();
    }

    /** Bounds are compared by their logarithms, which spares most of the powers. */
    private static void note(
            @Nullable Double[][] found,
            double[] shares,
            double[] logarithms,
            double time,
            double left,
            double variance) {
        double logarithm = Math.log(left);
        double factor = Math.exp(Z * Math.sqrt(variance) / -logarithm);
        for (int i = 0; i < shares.length; i++) {
            @Nullable Double[] bounds = found[i];
            if (bounds[0] == null && left <= 1 - shares[i] + HAIR) {
                bounds[0] = time;
            }
            if (bounds[1] == null && (left <= 0 || logarithm * factor <= logarithms[i])) {
                bounds[1] = time;
            }
            if (bounds[2] == null && left > 0 && logarithm / factor <= logarithms[i]) {
                bounds[2] = time;
            }
        }
    }

    private static Step step(double time, int atRisk, int ended, double open, double variance) {
        if (open <= 0) {
            return new Step(time, atRisk, ended, 0, 0, 0);
        }
        double factor = Math.exp(Z * Math.sqrt(variance) / -Math.log(open));
        return new Step(time, atRisk, ended, open, Math.pow(open, factor), Math.pow(open, 1 / factor));
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

    /** The times at which something ended, in order. */
    List<Step> steps() {
        return steps;
    }

    /** The share still open after this long. */
    double open(double time) {
        double open = 1;
        for (Step step : steps) {
            if (step.time() > time) {
                break;
            }
            open = step.open();
        }
        return open;
    }

    /** The time within which this share has ended; nothing if so many have not ended yet that nobody can say. */
    OptionalDouble within(double share) {
        return steps.stream()
                .filter(step -> step.open() <= 1 - share + HAIR)
                .mapToDouble(Step::time)
                .findFirst();
    }

    /** The earliest time at which this share may well have ended: where the lower bound of the curve comes to it. */
    OptionalDouble withinAtLeast(double share) {
        return steps.stream()
                .filter(step -> step.low() <= 1 - share + HAIR)
                .mapToDouble(Step::time)
                .findFirst();
    }

    /**
     * The latest time by which this share has ended: where the upper bound of the curve comes to it (Brookmeyer and
     * Crowley 1982). Where none is open any more there is no such bound, and before that it may not come so low; then
     * nobody can say.
     */
    OptionalDouble withinAtMost(double share) {
        return steps.stream()
                .filter(step -> step.open() > 0 && step.high() <= 1 - share + HAIR)
                .mapToDouble(Step::time)
                .findFirst();
    }
}
