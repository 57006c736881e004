package dev.baton.metrics.charts;

import java.util.Locale;

/**
 * What a part of a chart is drawn in. Pages give each a colour of their own, light or dark, by its class; where there are
 * no styles, as in mails, the colour for white ground holds. No two that stand side by side differ in colour only.
 */
public enum Ink {
    /** What the chart is about. */
    MAIN("#0b5c61"),
    /** What is late, beyond a limit, or else asks for a look. */
    ALERT("#a3271b"),
    /** What is only there to compare with. */
    QUIET("#5b676b"),
    /** The innermost of several bands, or the lowest of several areas. */
    DEEP("#5f9ea2"),
    /** The one next to it. */
    SOFT("#a3cacc"),
    /** The outermost. */
    PALE("#dbeaea");

    private final String onWhite;

    Ink(String onWhite) {
        this.onWhite = onWhite;
    }

    String onWhite() {
        return onWhite;
    }

    /** Its class in style sheets. */
    public String word() {
        return "ink-" + name().toLowerCase(Locale.ROOT);
    }
}
