package dev.baton.metrics.charts;

/** Where in the picture the plot lies, and where in it a value. Pixels count from the top left. */
record Frame(Scale x, Scale y, double left, double top, double right, double bottom) {

    /** Letters of this size; how wide they are is only roughly known, since whoever looks has fonts of their own. */
    static final int LETTERS = 13;

    static final double LETTER = 7;

    private static final double TITLE = 26;
    private static final double BELOW = 24;
    private static final double GAP = 8;
    private static final double BETWEEN_LINES = 42;
    private static final double BETWEEN_WORDS = 22;

    static Frame of(Axis across, Axis up, Shape shape) {
        double top = up.title().isEmpty() ? GAP : TITLE;
        double bottom = shape.height() - BELOW - (across.title().isEmpty() ? 0 : BELOW - 4);
        Scale y = up.scale((int) Math.max(2, (bottom - top) / BETWEEN_LINES));
        double left = y.longestLabel() * LETTER + 2 * GAP;
        double right = shape.width() - 2 * GAP;
        Scale x = across.scale(fitting(across, right - left));
        return new Frame(x, y, left, top, right, bottom);
    }

    /** How many marks have room, which hangs on what is written at them. */
    private static int fitting(Axis axis, double width) {
        int most = (int) (width / (4 * LETTER + BETWEEN_WORDS));
        while (most > 2 && axis.scale(most).longestLabel() * LETTER + BETWEEN_WORDS > width / most) {
            most--;
        }
        return Math.max(2, most);
    }

    double across(double value) {
        return left + x.share(value) * (right - left);
    }

    double up(double value) {
        return bottom - y.share(value) * (bottom - top);
    }
}
