package dev.baton.metrics.charts;

/** What can be drawn for a phone and for a desk. */
public interface Picture {

    /** An {@code svg} element that needs no style sheet. */
    String svg(Shape shape);

    /** All shapes; {@code baton.css} shows the one that fits, within an element of the class {@code chart}. */
    default String svg() {
        StringBuilder all = new StringBuilder();
        for (Shape shape : Shape.values()) {
            all.append(svg(shape));
        }
        return all.toString();
    }
}
