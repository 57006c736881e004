package dev.baton.metrics.charts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes SVG; everything that is no element or attribute of ours is escaped. */
final class SvgText {

    private final StringBuilder text = new StringBuilder();

    /** An element without content: name, value, name, value. */
    SvgText empty(String element, Object... attributes) {
        return begun(element, attributes).append("/>");
    }

    /** The beginning of an element; its end is {@link #end}. */
    SvgText begin(String element, Object... attributes) {
        return begun(element, attributes).append(">");
    }

    private SvgText begun(String element, Object... attributes) {
        append("<").append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            append(" ").append(String.valueOf(attributes[i])).append("=\"");
            words(attributes[i + 1] instanceof Double number ? n(number) : String.valueOf(attributes[i + 1]));
            append("\"");
        }
        return this;
    }

    SvgText end(String element) {
        return append("</").append(element).append(">");
    }

    /** Text for readers; control characters, for which XML has no place, are left out. */
    SvgText words(String words) {
        words.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> append("&lt;");
                case '>' -> append("&gt;");
                case '&' -> append("&amp;");
                case '"' -> append("&quot;");
                default -> {
                    if (point >= ' '
                            && (point < 0xFFFE || point > 0xFFFF)
                            && Character.getType(point) != Character.SURROGATE) {
                        text.appendCodePoint(point);
                    }
                }
            }
        });
        return this;
    }

    private SvgText append(String plain) {
        text.append(plain);
        return this;
    }

    /** To a tenth of a pixel. */
    static String n(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
