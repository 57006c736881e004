package dev.baton.metrics.charts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a few weeks below each other, each with a scale of its own from nothing up: small enough for a mail. The newest
 * number stands in words beside its line.
 */
public final class SmallLines {

    /** Of the whole, in pixels. */
    public static final int WIDTH = 560;

    private static final int ROW = 84;
    private static final int TOP = 26;
    private static final int HEIGHT = 44;
    private static final int MARGIN = 6;

    private final List<Row> rows = new ArrayList<>();

    private record Row(String title, String newest, List<@Nullable Double> values, double most) {}

    /**
     * @param values a number for each week, oldest first; null where there was none
     * @param most what the top stands for, where no number is larger
     */
    public SmallLines row(String title, String newest, List<@Nullable Double> values, double most) {
        double largest = most;
        for (Double value : values) {
            largest = value == null ? largest : Math.max(largest, value);
        }
        rows.add(new Row(title, newest, values, largest));
        return this;
    }

    /** A whole SVG document that needs no style sheet. */
    public String svg() {
        SvgText svg = new SvgText();
        int height = ROW * rows.size();
        svg.begin(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "width",
                WIDTH,
                "height",
                height,
                "font-family",
                "system-ui, Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif",
                "font-size",
                Frame.LETTERS + 2);
        svg.empty("rect", "width", WIDTH, "height", height, "fill", "#ffffff");
        for (int row = 0; row < rows.size(); row++) {
            draw(rows.get(row), row * ROW, svg);
        }
        return svg.end("svg").toString();
    }

    private static void draw(Row row, int top, SvgText svg) {
        words(svg, MARGIN, top + TOP - 8, "start", "#22292b", row.title());
        words(svg, WIDTH - MARGIN, top + TOP - 8, "end", Ink.MAIN.onWhite(), row.newest());
        double bottom = (double) top + TOP + HEIGHT;
        svg.empty("path", "d", "M" + MARGIN + " " + bottom + "H" + (WIDTH - MARGIN), "stroke", "#c3cbcd");
        StringBuilder path = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        boolean drawn = false;
        for (int week = 0; week < row.values().size(); week++) {
            Double value = row.values().get(week);
            if (value != null) {
                String point = SvgText.n(across(week, row.values().size())) + " " + SvgText.n(up(value, row, bottom));
                path.append(drawn ? "L" : "M").append(point);
                dots.append("M").append(point).append("h.01");
            }
            drawn = value != null;
        }
        line(svg, path, 2);
        line(svg, dots, 6);
    }

    private static void line(SvgText svg, CharSequence path, int width) {
        if (path.length() > 0) {
            svg.empty(
                    "path",
                    "d",
                    path,
                    "fill",
                    "none",
                    "stroke",
                    Ink.MAIN.onWhite(),
                    "stroke-width",
                    width,
                    "stroke-linecap",
                    "round",
                    "stroke-linejoin",
                    "round");
        }
    }

    private static double across(int week, int weeks) {
        double left = MARGIN + 3.0;
        return left + (WIDTH - 2 * left) * week / Math.max(1, weeks - 1);
    }

    private static double up(double value, Row row, double bottom) {
        return bottom - (row.most() > 0 ? HEIGHT * value / row.most() : 0);
    }

    private static void words(SvgText svg, int x, int y, String anchor, String colour, String words) {
        svg.begin("text", "x", x, "y", y, "text-anchor", anchor, "fill", colour)
                .words(words)
                .end("text");
    }
}
