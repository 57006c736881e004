package dev.baton.models;

import java.util.Optional;

/** A rectangle of the drawing, in its units. */
record PictureBox(double x, double y, double width, double height) {

    /** Beyond this nobody draws; a picture of it would be of no use and take all memory. */
    private static final double FARTHEST = 20_000;

    private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";

    /** The bounds that stand right within this element of the drawing. */
    static Optional<PictureBox> of(XmlElement drawn) {
        return drawn.children(DC, "Bounds").findFirst().flatMap(bounds -> {
            Optional<Double> width = number(bounds, "width");
            Optional<Double> height = number(bounds, "height");
            return number(bounds, "x")
                    .flatMap(x -> number(bounds, "y")
                            .flatMap(y -> width.flatMap(w -> height.map(h -> new PictureBox(x, y, w, h)))));
        });
    }

    static Optional<Double> number(XmlElement element, String attribute) {
        return element.attribute(attribute).flatMap(text -> {
            try {
                double number = Double.parseDouble(text);
                return Math.abs(number) <= FARTHEST ? Optional.of(number) : Optional.empty();
            } catch (NumberFormatException notOne) {
                return Optional.empty();
            }
        });
    }

    PictureBox around(PictureBox other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new PictureBox(
                left,
                top,
                Math.max(x + width, other.x + other.width) - left,
                Math.max(y + height, other.y + other.height) - top);
    }

    PictureBox wider(double by) {
        return new PictureBox(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    /** Grown to both sides until it is so wide and high. */
    PictureBox atLeast(double wide, double high) {
        double more = Math.max(0, wide - width);
        double higher = Math.max(0, high - height);
        return new PictureBox(x - more / 2, y - higher / 2, width + more, height + higher);
    }

    /** Moved, and cut where that is not enough, until nothing of it lies outside of the other. */
    PictureBox within(PictureBox other) {
        double wide = Math.min(width, other.width);
        double high = Math.min(height, other.height);
        return new PictureBox(
                Math.max(other.x, Math.min(x, other.x + other.width - wide)),
                Math.max(other.y, Math.min(y, other.y + other.height - high)),
                wide,
                high);
    }

    boolean meets(PictureBox other) {
        return x <= other.x + other.width
                && other.x <= x + width
                && y <= other.y + other.height
                && other.y <= y + height;
    }

    boolean holdsMiddleOf(PictureBox other) {
        return meets(new PictureBox(other.middle(), other.centre(), 0, 0));
    }

    double middle() {
        return x + width / 2;
    }

    double centre() {
        return y + height / 2;
    }
}
