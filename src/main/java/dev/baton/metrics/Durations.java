package dev.baton.metrics;

import java.util.Arrays;

/** How long things took that have ended, and how long those have gone on that have not, in seconds. */
final class Durations {

    private double[] ended = {};
    private int endedCount;
    private double[] open = {};
    private int openCount;

    void add(double seconds, boolean over) {
        if (over) {
            ended = withRoom(ended, endedCount);
            ended[endedCount++] = seconds;
        } else {
            open = withRoom(open, openCount);
            open[openCount++] = seconds;
        }
    }

    private static double[] withRoom(double[] numbers, int count) {
        return count < numbers.length ? numbers : Arrays.copyOf(numbers, Math.max(16, count + count / 2));
    }

    /** Those that have ended, shortest first. */
    double[] ended() {
        return sorted(ended, endedCount);
    }

    /** Those that have not, shortest first. */
    double[] open() {
        return sorted(open, openCount);
    }

    private static double[] sorted(double[] numbers, int count) {
        double[] sorted = Arrays.copyOf(numbers, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
