package dev.baton.metrics.web;

import dev.baton.metrics.Calibration;
import dev.baton.metrics.Measure;
import dev.baton.metrics.Trials;
import dev.baton.requests.DeliveryForecast;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often forecasts came true against how often they should have: on the diagonal both are the same. Lengths are those of
 * the drawing.
 *
 * @param points one for each share that was said, with its interval
 */
record ReliabilityDiagram(List<Point> points) {

    /** Where the drawing has 0 and 100 %. */
    private static final int LEFT = 44;

    private static final int RIGHT = 324;
    private static final int TOP = 12;
    private static final int BOTTOM = 252;

    /**
     * @param said the share that was said, in percent
     * @param x where it is in the drawing, with {@code y} the share that came true and its interval
     */
    record Point(long said, Calibration calibration, double x, double y, double low, double high) {

        /** Whether any forecast for this share has fallen due. */
        public boolean isDrawn() {
            return calibration.held().isKnown();
        }

        /** Whether what was said may well be what is true. */
        public boolean fits() {
            return calibration.held().lowPercent() <= said
                    && said <= calibration.held().highPercent();
        }

        /** Whether fewer came true than was said. */
        public boolean optimistic() {
            return calibration.held().highPercent() < said;
        }
    }

    static ReliabilityDiagram of(Trials trials) {
        return new ReliabilityDiagram(trials.byShare().entrySet().stream()
                .map(each -> point(each.getKey(), each.getValue()))
                .toList());
    }

    private static Point point(double share, Calibration calibration) {
        Measure held = calibration.held();
        return new Point(
                Math.round(100 * share),
                calibration,
                LEFT + share * (RIGHT - LEFT),
                y(held.value()),
                y(held.low()),
                y(held.high()));
    }

    private static double y(@Nullable Double share) {
        return BOTTOM - (share == null ? 0 : share) * (BOTTOM - TOP);
    }

    /** The point for the share that people are told. */
    public Point told() {
        return points.stream()
                .filter(point -> point.said() == Math.round(100 * DeliveryForecast.SHARE))
                .findFirst()
                .orElseThrow();
    }
}
