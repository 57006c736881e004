package dev.baton.metrics.charts;

import static dev.baton.metrics.charts.SvgText.n;

import java.util.List;

/**
 * One lane below the other, each with its name, bands and dots: how long it usually takes, and where what is open stands.
 * One scale holds for all.
 */
public final class Lanes implements Picture {

    private static final Ink[] BANDS = {Ink.DEEP, Ink.SOFT, Ink.PALE};
    private static final double NAME = 20;
    private static final double BAND = 22;
    private static final double LANE = NAME + BAND + 14;
    private static final double EDGE = 6;
    private static final double RADIUS = 4;

    private final String name;
    private final String title;
    private final String description;
    private final Axis axis;
    private final List<Lane> lanes;

    /**
     * A lane.
     *
     * @param note what stands at the right end of its name; may be empty
     * @param bounds where its bands end, in order, up to three; the first begins at zero
     * @param dots where what is open stands
     * @param alerts the same for what asks for a look
     */
    public record Lane(String name, String note, List<Double> bounds, List<Double> dots, List<Double> alerts) {}

    /**
     * @param name its id on the page
     * @param description what can be seen on it, in sentences
     */
    public Lanes(String name, String title, String description, Axis axis, List<Lane> lanes) {
        this.name = name;
        this.title = title;
        this.description = description;
        this.axis = axis;
        this.lanes = List.copyOf(lanes);
    }

    @Override
    public String svg(Shape shape) {
        double bottom = lanes.size() * LANE + 4;
        double right = shape.width() - 2 * EDGE;
        Scale scale = axis.scale((int) (right / 70));
        Frame frame = new Frame(scale, scale, EDGE, 0, right, bottom);
        SvgText svg = new SvgText();
        Drawing.begin(svg, name + "-" + shape.word(), shape.word(), shape.width(), bottom + 44, title, description);
        scale(svg, frame, scale);
        for (int place = 0; place < lanes.size(); place++) {
            lane(svg, frame, lanes.get(place), place * LANE);
        }
        return svg.end("svg").toString();
    }

    private void scale(SvgText svg, Frame frame, Scale scale) {
        svg.begin("g", "class", "ink-words", "color", "#556165");
        for (Tick tick : scale.ticks()) {
            double x = frame.across(tick.at());
            String anchor = tick == scale.ticks().get(0) ? "start" : x > frame.right() - 20 ? "end" : "middle";
            text(
                    svg,
                    anchor.equals("start") ? 0 : x + (anchor.equals("end") ? EDGE : 0),
                    frame.bottom() + 18,
                    anchor,
                    tick.label());
        }
        text(svg, frame.right() + EDGE, frame.bottom() + 38, "end", axis.title());
        svg.end("g");
        svg.begin("g", "class", "ink-grid", "color", "#c3cbcd");
        for (Tick tick : scale.ticks()) {
            String x = n(frame.across(tick.at()));
            for (int place = 0; place < lanes.size(); place++) {
                double top = place * LANE + NAME;
                svg.empty("path", "d", "M" + x + " " + n(top) + "V" + n(top + BAND + 8), "stroke", "currentColor");
            }
        }
        svg.end("g");
    }

    private void lane(SvgText svg, Frame frame, Lane lane, double top) {
        svg.begin("g", "class", "ink-strong", "color", "#22292b");
        int letters = (int) ((frame.right() - (lane.note().length() + 3) * Frame.LETTER) / Frame.LETTER);
        text(svg, 0, top + NAME - 6, "start", shortened(lane.name(), Math.max(8, letters)));
        text(svg, frame.right() + EDGE, top + NAME - 6, "end", lane.note());
        svg.end("g");
        double from = frame.left();
        for (int band = 0; band < Math.min(BANDS.length, lane.bounds().size()); band++) {
            double to = frame.across(lane.bounds().get(band));
            svg.begin("g", "class", BANDS[band].word(), "color", BANDS[band].onWhite());
            svg.empty(
                    "rect",
                    "x",
                    from,
                    "y",
                    top + NAME + 2,
                    "width",
                    Math.max(0, to - from),
                    "height",
                    BAND,
                    "fill",
                    "currentColor");
            svg.end("g");
            from = to;
        }
        dots(svg, frame, top, lane.dots(), Ink.QUIET);
        dots(svg, frame, top, lane.alerts(), Ink.ALERT);
    }

    /** Those at the same pixel are one. */
    private static void dots(SvgText svg, Frame frame, double top, List<Double> dots, Ink ink) {
        StringBuilder path = new StringBuilder();
        dots.stream()
                .mapToLong(dot -> Math.round(frame.across(dot)))
                .distinct()
                .forEach(x -> path.append('M')
                        .append(x)
                        .append(' ')
                        .append(n(top + NAME + 2 + BAND / 2))
                        .append("h.01"));
        if (path.length() == 0) {
            return;
        }
        dot(svg, "ink-ground", "#ffffff", path, 2 * RADIUS + 2);
        dot(svg, ink.word(), ink.onWhite(), path, 2 * RADIUS);
    }

    private static void dot(SvgText svg, String word, String onWhite, CharSequence path, double width) {
        svg.begin("g", "class", word, "color", onWhite);
        svg.empty(
                "path",
                "d",
                path,
                "fill",
                "none",
                "stroke",
                "currentColor",
                "stroke-linecap",
                "round",
                "stroke-width",
                width);
        svg.end("g");
    }

    private static String shortened(String name, int letters) {
        return name.length() <= letters ? name : name.substring(0, letters - 1).strip() + "…";
    }

    private static void text(SvgText svg, double x, double y, String anchor, String words) {
        if (!words.isEmpty()) {
            svg.begin("text", "x", x, "y", y, "text-anchor", anchor, "fill", "currentColor")
                    .words(words)
                    .end("text");
        }
    }
}
