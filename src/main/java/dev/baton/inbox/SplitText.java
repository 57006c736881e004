package dev.baton.inbox;

import java.util.List;

/**
 * The two texts of a body taken apart: what was kept and what was cut, with single empty lines where something is gone. A
 * line that holds an answer and what it answers is in both, each with its half.
 */
final class SplitText {

    static final int NO_ANSWER = -1;

    private final List<BodyLine> lines;
    private final boolean[] cut;
    private final int[] answers;

    SplitText(List<BodyLine> lines, boolean[] cut, int[] answers) {
        this.lines = lines;
        this.cut = cut;
        this.answers = answers;
    }

    String own() {
        Collected own = new Collected();
        for (int i = 0; i < cut.length; i++) {
            if (cut[i]) {
                own.gap();
            } else {
                own.line(
                        answers[i] == NO_ANSWER
                                ? lines.get(i).text()
                                : lines.get(i).answerFrom(answers[i]));
            }
        }
        return own.text();
    }

    String cut() {
        Collected taken = new Collected();
        for (int i = 0; i < cut.length; i++) {
            if (cut[i]) {
                taken.line(lines.get(i).text());
            } else if (answers[i] > 0) {
                taken.line(lines.get(i).text().substring(0, answers[i]).stripTrailing());
            } else {
                taken.gap();
            }
        }
        return taken.text();
    }

    String lines(boolean[] which) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < which.length; i++) {
            text.append(which[i] ? lines.get(i).text() + "\n" : "");
        }
        return text.toString();
    }

    /** Lines one after the other, with at most one empty line between two. */
    private static final class Collected {

        private final StringBuilder text = new StringBuilder();
        private boolean gap;

        void gap() {
            gap = true;
        }

        void line(String line) {
            if (BodyLine.isBlank(line)) {
                gap = true;
                return;
            }
            if (!text.isEmpty()) {
                text.append(gap ? "\n\n" : "\n");
            }
            gap = false;
            text.append(line);
        }

        String text() {
            return text.toString().stripTrailing();
        }
    }
}
