package dev.baton.metrics.charts;

import static dev.baton.metrics.charts.SvgText.n;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A chart while it is being drawn: what belongs to it lies in one {@code svg} element, with names of its own. */
final class Drawing {

    private static final double SMALLEST = 3;
    private static final double LARGEST = 9;
    private static final int SIZES = 6;

    /** Dots of fewer cases than this are not the largest, even where there are none of more. */
    private static final long MANY = 20;

    private static final int LINE = Frame.LETTERS + 3;
    private static final int MARK_LINES = 3;

    private final SvgText svg = new SvgText();
    private final Frame frame;
    private final List<Label> labels = new ArrayList<>();
    private final double[] markedUntil = new double[MARK_LINES];

    /** What is written at the right end of a line. */
    private record Label(double y, String text) {}

    Drawing(Frame frame) {
        this.frame = frame;
    }

    void begin(String name, Shape shape, String title, String description) {
        begin(svg, name + "-" + shape.word(), shape.word(), shape.width(), shape.height(), title, description);
    }

    static void begin(
            SvgText svg, String id, String word, double width, double height, String title, String description) {
        svg.begin(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                word,
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-description",
                "viewBox",
                "0 0 %s %s".formatted(n(width), n(height)),
                "width",
                width,
                "height",
                height,
                "font-family",
                "system-ui, Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif",
                "font-size",
                Frame.LETTERS);
        svg.begin("title", "id", id + "-title").words(title).end("title");
        svg.begin("desc", "id", id + "-description").words(description).end("desc");
    }

    void axes(Axis across, Axis up) {
        ink("ink-grid", "#c3cbcd");
        frame.y().ticks().forEach(tick -> line(frame.left(), frame.up(tick.at()), frame.right(), frame.up(tick.at())));
        svg.end("g");
        ink("ink-words", "#556165");
        frame.y().ticks().forEach(tick -> text(frame.left() - 6, frame.up(tick.at()) + 4.5, "end", tick.label()));
        frame.x().ticks().forEach(tick -> {
            double x = frame.across(tick.at());
            line(x, frame.bottom(), x, frame.bottom() + 4);
            text(within(x, tick.label()), frame.bottom() + LINE + 2, "middle", tick.label());
        });
        text(0, Frame.LETTERS, "start", up.title());
        text(frame.right(), frame.bottom() + 2.3 * LINE, "end", across.title());
        svg.end("g");
    }

    /** The middle of a text that is to stand here, moved so far that the picture has all of it. */
    private double within(double x, String text) {
        double half = text.length() * Frame.LETTER / 2;
        return Math.max(half, Math.min(frame.right() + 15 - half, x));
    }

    void line(Ink ink, List<Point> points, String dashes) {
        if (points.isEmpty()) {
            return;
        }
        ink(ink);
        svg.empty(
                "path",
                "d",
                "M" + path(points),
                "fill",
                "none",
                "stroke",
                "currentColor",
                "stroke-width",
                2,
                "stroke-linejoin",
                "round",
                "stroke-dasharray",
                dashes.isEmpty() ? "none" : dashes);
        svg.end("g");
    }

    void area(Ink ink, List<Point> lower, List<Point> upper) {
        if (lower.isEmpty() || upper.isEmpty()) {
            return;
        }
        List<Point> back = new ArrayList<>(lower);
        Collections.reverse(back);
        ink(ink);
        svg.empty("path", "d", "M" + path(upper) + "L" + path(back) + "Z", "fill", "currentColor");
        svg.end("g");
    }

    void bars(Ink ink, List<Bar> bars) {
        ink(ink);
        for (Bar bar : bars) {
            double from = frame.across(bar.from()) + 1;
            double to = Math.max(from + 1, frame.across(bar.to()) - 1);
            svg.empty(
                    "rect",
                    "x",
                    from,
                    "y",
                    frame.up(bar.height()),
                    "width",
                    to - from,
                    "height",
                    frame.bottom() - frame.up(bar.height()),
                    "fill",
                    "currentColor");
        }
        svg.end("g");
    }

    private String path(List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.length() == 0 ? "" : "L")
                    .append(n(frame.across(point.x())))
                    .append(' ')
                    .append(n(frame.up(point.y())));
        }
        return path.toString();
    }

    /** Dots of the same size are one path of lines without length, which takes a fifth of the letters. */
    void dots(Ink ink, List<Dot> dots, boolean hollow) {
        long most = dots.stream().mapToLong(Dot::count).max().orElse(1);
        Map<Integer, StringBuilder> sizes = new TreeMap<>();
        for (Dot dot : dots) {
            sizes.computeIfAbsent(size(dot.count(), most), none -> new StringBuilder())
                    .append('M')
                    .append(n(frame.across(dot.x())))
                    .append(' ')
                    .append(n(frame.up(dot.y())))
                    .append("h.01");
        }
        ink(ink);
        sizes.forEach((size, path) -> round(path, 2 * radius(size), hollow ? "1" : ".62"));
        svg.end("g");
        if (hollow) {
            ink("ink-ground", "#ffffff");
            sizes.forEach((size, path) -> round(path, 2 * radius(size) - 3, "1"));
            svg.end("g");
        }
    }

    private void round(CharSequence path, double width, String opacity) {
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
                width,
                "stroke-opacity",
                opacity);
    }

    /** Its area grows with the count, in some steps. */
    private static int size(long count, long most) {
        return (int) Math.round(SIZES * Math.sqrt((count - 1.0) / (Math.max(MANY, most) - 1)));
    }

    private static double radius(int size) {
        return SMALLEST + (LARGEST - SMALLEST) * size / SIZES;
    }

    void level(Ink ink, double at, String label, String dashes) {
        line(ink, List.of(new Point(frame.x().from(), at), new Point(frame.x().to(), at)), dashes);
        labels.add(new Label(frame.up(at), label));
    }

    /** Words stand in the first of a few lines that is free; where none is, the mark goes without. */
    void mark(Ink ink, double at, String label) {
        double x = frame.across(at);
        ink(ink);
        svg.empty(
                "path",
                "d",
                "M" + n(x) + " " + n(frame.top()) + "V" + n(frame.bottom()),
                "fill",
                "none",
                "stroke",
                "currentColor",
                "stroke-dasharray",
                "2 3");
        double width = label.length() * Frame.LETTER;
        boolean before = x + 5 + width > frame.right();
        double from = before ? x - 5 - width : x + 5;
        for (int line = 0; line < MARK_LINES; line++) {
            if (from >= markedUntil[line]) {
                halo(before ? x - 5 : x + 5, frame.top() + (line + 1) * LINE - 4, before ? "end" : "start", label);
                markedUntil[line] = from + width + 8;
                break;
            }
        }
        svg.end("g");
    }

    /** Writes what stands at the lines, so far apart that each can be read. */
    String end() {
        ink("ink-strong", "#22292b");
        double above = frame.bottom() - 2;
        for (Label label : labels.stream()
                .sorted(Comparator.comparingDouble(Label::y).reversed())
                .toList()) {
            double y = Math.min(label.y() - 5, above);
            halo(frame.right(), y, "end", label.text());
            above = y - LINE;
        }
        svg.end("g");
        return svg.end("svg").toString();
    }

    private void ink(Ink ink) {
        ink(ink.word(), ink.onWhite());
    }

    private void ink(String word, String onWhite) {
        svg.begin("g", "class", word, "color", onWhite);
    }

    private void line(double x1, double y1, double x2, double y2) {
        svg.empty("path", "d", "M%s %sL%s %s".formatted(n(x1), n(y1), n(x2), n(y2)), "stroke", "currentColor");
    }

    private void text(double x, double y, String anchor, String words) {
        if (!words.isEmpty()) {
            svg.begin("text", "x", x, "y", y, "text-anchor", anchor, "fill", "currentColor")
                    .words(words)
                    .end("text");
        }
    }

    /** Text that can be read over what lies below it. */
    private void halo(double x, double y, String anchor, String words) {
        if (words.isEmpty()) {
            return;
        }
        svg.begin("g", "class", "ink-ground", "color", "#ffffff");
        svg.begin(
                        "text",
                        "x",
                        x,
                        "y",
                        y,
                        "text-anchor",
                        anchor,
                        "fill",
                        "none",
                        "stroke",
                        "currentColor",
                        "stroke-width",
                        4,
                        "stroke-linejoin",
                        "round",
                        "aria-hidden",
                        "true")
                .words(words)
                .end("text");
        svg.end("g");
        text(x, y, anchor, words);
    }
}
