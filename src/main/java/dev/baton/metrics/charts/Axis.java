package dev.baton.metrics.charts;

import java.time.Instant;
import java.time.ZoneId;

/** What a direction of a chart stands for. */
public interface Axis {

    /**
     * Numbers from zero up.
     *
     * @param title what they are, with their unit
     * @param most the largest that has to be shown; something is shown if it is nothing, too
     */
    static Axis numbers(String title, double most) {
        return new NumberAxis(title, 0, most, false, false);
    }

    /** Numbers that need not begin at zero. */
    static Axis numbers(String title, double least, double most) {
        return new NumberAxis(title, least, most, false, false);
    }

    /** Whole numbers from zero up. */
    static Axis counts(String title, double most) {
        return new NumberAxis(title, 0, most, true, false);
    }

    /** Shares, of which 1 is written as 100 %. */
    static Axis shares(String title, double most) {
        return new NumberAxis(title, 0, Math.min(1, most), false, true);
    }

    /** Time, with days, weeks and months that begin as they do in the zone. Weeks begin on Monday. */
    static Axis time(Instant from, Instant to, ZoneId zone) {
        return new TimeAxis(from, to, zone);
    }

    /** What stands at its end; may be empty. */
    String title();

    /** The axis with at most so many marks, but at least one. */
    Scale scale(int most);
}
