package dev.baton.models;

import java.util.ArrayList;
import java.util.List;

/** Breaks names into lines. How wide letters are is only roughly known, since whoever looks has fonts of their own. */
final class PictureText {

    /** From one line to the next. */
    static final double LINE = 14;

    static final double LETTER = 6.2;

    private PictureText() {}

    /** @param most lines; what does not fit ends with an ellipsis */
    static List<String> lines(String text, double width, int most) {
        int letters = (int) Math.max(4, width / LETTER);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            String rest = word;
            if (line.length() > 0 && line.length() + 1 + rest.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (rest.length() > letters) {
                lines.add(rest.substring(0, letters));
                rest = rest.substring(letters);
            }
            line.append(line.length() > 0 ? " " : "").append(rest);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        if (lines.size() <= most) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, most));
        shown.set(most - 1, shown.get(most - 1) + "…");
        return shown;
    }
}
