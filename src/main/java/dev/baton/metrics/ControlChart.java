package dev.baton.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether something changed, or only varies as it always does: a chart of single values with natural limits from their
 * moving range (XmR; Wheeler, Understanding Variation). It begins anew where the work itself was changed, so that each
 * stretch is judged by its own limits.
 */
public final class ControlChart {

    /** Below this many values in a stretch the limits still move with each new one. */
    public static final int ENOUGH = 13;

    /** From mean moving range to three standard deviations, and to the limit of a single moving range. */
    private static final double TO_LIMIT = 2.66;

    private static final double TO_LARGEST_RANGE = 3.267;

    private static final int RUN = 7;

    /** Values that are equal but for rounding are not on different sides of their mean. */
    private static final double HAIR = 1e-9;

    /** What makes a value more than chance. */
    public enum Signal {
        /** Beyond a limit. */
        OUTSIDE,
        /** One of seven or more in a row on the same side of the mean. */
        ONE_SIDE,
        /** One of seven or more in a row of which each is above the one before, or each below. */
        TREND,
        /** One of two of three in a row in the outer third between mean and the same limit, inside of it. */
        NEAR_LIMIT
    }

    /** Whether a target will be met as things are. */
    public enum Assurance {
        /** Both limits are on the good side of it. */
        MET,
        /** Both limits are on the bad side of it. */
        MISSED,
        /** It lies between the limits: now one, now the other, by chance. */
        VARIES
    }

    /** Where values lie as long as nothing changes. */
    public record Limits(double mean, double low, double high) {

        /** What to expect of a target, if it is better to be above it, or below. */
        public Assurance against(double target, boolean higherIsBetter) {
            if (higherIsBetter ? low >= target : high <= target) {
                return Assurance.MET;
            }
            return (higherIsBetter ? high < target : low > target) ? Assurance.MISSED : Assurance.VARIES;
        }

        private int side(double value) {
            return outside(value, 0) ? (int) Math.signum(value - mean) : 0;
        }

        private boolean outside(double value, double part) {
            double hair = HAIR * Math.max(Math.abs(mean), high - mean);
            return Math.abs(value - mean) > part * (high - mean) + hair;
        }
    }

    /**
     * Values between two changes of the work.
     *
     * @param from place of its first value, from 0
     * @param limits null if there is one value only, which shows no variation
     * @param signals of each value, in order
     */
    public record Stretch(
            int from, List<Double> values, @Nullable Limits limits, List<Set<Signal>> signals) {

        /** Whether there are too few values to rely on the limits. */
        public boolean tooFew() {
            return values.size() < ENOUGH;
        }
    }

    private ControlChart() {}

    /**
     * The stretches of these values, with moving ranges left out of the limits that are too large to be chance, because
     * one odd value would else hide the next (Nelson 1982).
     *
     * @param changes places of values, from 0, at which a new stretch begins; others than those of values are ignored
     */
    static List<Stretch> of(List<Double> values, Collection<Integer> changes) {
        return stretches(values, changes, true);
    }

    /** The same with all moving ranges, as the tables of Making Data Count have it. */
    static List<Stretch> unscreened(List<Double> values, Collection<Integer> changes) {
        return stretches(values, changes, false);
    }

    private static List<Stretch> stretches(List<Double> values, Collection<Integer> changes, boolean screened) {
        TreeSet<Integer> borders = new TreeSet<>(changes);
        borders.removeIf(place -> place <= 0 || place >= values.size());
        borders.add(values.size());
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int to : borders) {
            if (from < to) {
                stretches.add(stretch(from, List.copyOf(values.subList(from, to)), screened));
            }
            from = to;
        }
        return stretches;
    }

    private static Stretch stretch(int from, List<Double> values, boolean screened) {
        Limits limits = values.size() < 2 ? null : limits(values, screened);
        return new Stretch(from, values, limits, limits == null ? List.of(Set.of()) : signals(values, limits));
    }

    private static Limits limits(List<Double> values, boolean screened) {
        double mean = mean(values.stream().mapToDouble(each -> each));
        double[] ranges = IntStream.range(1, values.size())
                .mapToDouble(place -> Math.abs(values.get(place) - values.get(place - 1)))
                .toArray();
        double range = mean(DoubleStream.of(ranges));
        double largest = screened ? TO_LARGEST_RANGE * range : Double.POSITIVE_INFINITY;
        double width = TO_LIMIT * mean(DoubleStream.of(ranges).filter(each -> each <= largest));
        return new Limits(mean, mean - width, mean + width);
    }

    private static double mean(DoubleStream numbers) {
        return numbers.average().orElse(0);
    }

    private static List<Set<Signal>> signals(List<Double> values, Limits limits) {
        List<Set<Signal>> signals = new ArrayList<>();
        values.forEach(value -> signals.add(EnumSet.noneOf(Signal.class)));
        for (int place = 0; place < values.size(); place++) {
            if (limits.outside(values.get(place), 1)) {
                signals.get(place).add(Signal.OUTSIDE);
            }
        }
        for (int side : new int[] {-1, 1}) {
            mark(signals, Signal.ONE_SIDE, RUN, RUN, at -> limits.side(values.get(at)) == side);
            mark(signals, Signal.NEAR_LIMIT, 3, 2, at -> near(values.get(at), limits, side));
            trend(signals, values, side);
        }
        return signals;
    }

    private static boolean near(double value, Limits limits, int side) {
        return limits.side(value) == side && limits.outside(value, 2 / 3.0) && !limits.outside(value, 1);
    }

    /** Marks those that are so, wherever among this many in a row at least that many are. */
    private static void mark(List<Set<Signal>> signals, Signal signal, int row, int atLeast, IntPredicate so) {
        for (int from = 0; from + row <= signals.size(); from++) {
            List<Integer> found =
                    IntStream.range(from, from + row).filter(so).boxed().toList();
            if (found.size() >= atLeast) {
                found.forEach(place -> signals.get(place).add(signal));
            }
        }
    }

    private static void trend(List<Set<Signal>> signals, List<Double> values, int direction) {
        for (int from = 0; from + RUN <= values.size(); from++) {
            boolean oneWay = IntStream.range(from + 1, from + RUN)
                    .allMatch(at -> Math.signum(values.get(at) - values.get(at - 1)) == direction);
            if (oneWay) {
                signals.subList(from, from + RUN).forEach(each -> each.add(Signal.TREND));
            }
        }
    }
}
