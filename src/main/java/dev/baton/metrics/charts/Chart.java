package dev.baton.metrics.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A chart with an axis across and one upwards. What is added first lies below. It is a picture for readers who see it; its
 * title and description say the same to others, and the numbers have to stand in a table beside it.
 */
public final class Chart implements Picture {

    private final String name;
    private final String title;
    private final String description;
    private final Axis across;
    private final Axis up;
    private final List<Consumer<Drawing>> layers = new ArrayList<>();

    /**
     * @param name its id on the page
     * @param description what can be seen on it, in sentences
     */
    public Chart(String name, String title, String description, Axis across, Axis up) {
        this.name = name;
        this.title = title;
        this.description = description;
        this.across = across;
        this.up = up;
    }

    /** A line from each point to the next. */
    public Chart line(Ink ink, List<Point> points) {
        return with(on -> on.line(ink, points, ""));
    }

    /** The same with gaps. */
    public Chart dashed(Ink ink, List<Point> points) {
        return with(on -> on.line(ink, points, "6 4"));
    }

    /** What lies between two lines. */
    public Chart area(Ink ink, List<Point> lower, List<Point> upper) {
        return with(on -> on.area(ink, lower, upper));
    }

    public Chart bars(Ink ink, List<Bar> bars) {
        return with(on -> on.bars(ink, bars));
    }

    /** Dots, the larger the more they stand for. */
    public Chart dots(Ink ink, List<Dot> dots) {
        return with(on -> on.dots(ink, dots, false));
    }

    /** Dots that are hollow. */
    public Chart rings(Ink ink, List<Dot> dots) {
        return with(on -> on.dots(ink, dots, true));
    }

    /** A line across at this height, with what it means at its right end. */
    public Chart level(Ink ink, double at, String label) {
        return with(on -> on.level(ink, at, label, "6 4"));
    }

    /** A line upwards with what happened there; added from left to right. */
    public Chart mark(Ink ink, double at, String label) {
        return with(on -> on.mark(ink, at, label));
    }

    private Chart with(Consumer<Drawing> layer) {
        layers.add(layer);
        return this;
    }

    @Override
    public String svg(Shape shape) {
        Drawing drawing = new Drawing(Frame.of(across, up, shape));
        drawing.begin(name, shape, title, description);
        drawing.axes(across, up);
        layers.forEach(layer -> layer.accept(drawing));
        return drawing.end();
    }
}
