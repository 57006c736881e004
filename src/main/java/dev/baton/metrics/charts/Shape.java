package dev.baton.metrics.charts;

import java.util.Locale;

/**
 * How large a chart is drawn, in pixels. Letters are as large in both, so a phone shows a narrow one and not a wide one made
 * small.
 */
public enum Shape {
    /** For a phone. */
    NARROW(350, 290),
    /** For a desk, paper and a mail. */
    WIDE(840, 340);

    private final int width;
    private final int height;

    Shape(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Its class in style sheets. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
