package dev.baton.models;

import org.jspecify.annotations.Nullable;

/** How an element stands out: by its colours, by its line, and by a sign for whoever does not see colours. */
enum PictureMark {
    NONE("#ffffff", "#22303a", "1.6", "", ""),
    NOW("#cfe8e9", "#0b5c61", "4", "", "▶"),
    ADDED("#dff3e4", "#1b6e3c", "4", "", "+"),
    REMOVED("#fbe3e0", "#a3281f", "3", "8 5", "−"),
    CHANGED("#ebe4fa", "#5b3fa0", "3", "", "•"),
    ERROR("#fbe3e0", "#a3281f", "4", "", "!"),
    WARNING("#fdf0d5", "#8a5300", "3", "", "!"),
    NOTE("#e3f1f2", "#0b5c61", "2", "", "i"),
    HEAT_1("#fff7e3", "#22303a", "1.6", "", ""),
    HEAT_2("#fde7b5", "#22303a", "1.6", "", ""),
    HEAT_3("#fad183", "#22303a", "1.6", "", ""),
    HEAT_4("#f4b25a", "#22303a", "1.6", "", ""),
    HEAT_5("#ec9440", "#22303a", "1.6", "", "");

    private final String fill;
    private final String line;
    private final String width;
    private final String dashes;
    private final String sign;

    PictureMark(String fill, String line, String width, String dashes, String sign) {
        this.fill = fill;
        this.line = line;
        this.width = width;
        this.dashes = dashes;
        this.sign = sign;
    }

    static PictureMark of(@Nullable String word) {
        for (PictureMark mark : values()) {
            if (mark.name().equalsIgnoreCase(word)) {
                return mark;
            }
        }
        return NONE;
    }

    String fill() {
        return fill;
    }

    String line() {
        return line;
    }

    /** The width of the line, or the given one where nothing is marked. */
    String width(String usual) {
        return this == NONE ? usual : width;
    }

    String dashes() {
        return dashes;
    }

    String sign() {
        return sign;
    }
}
