package dev.baton.outbox;

import java.util.regex.Pattern;

/** Lines of plain text as they grow: never two empty ones in a row, no blanks at the ends. */
final class TextLines {

    private static final String SIGNATURE = "-- \n";
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final StringBuilder text = new StringBuilder();
    private int breaksWanted;

    /** Adds words to the line at hand; white space counts as one blank unless the lines in it are to be kept. */
    void words(String words, boolean keepLines) {
        String said = words.replace("\r\n", "\n").replace('\r', '\n').replace('\u00a0', ' ');
        if (!keepLines) {
            said = WHITE_SPACE.matcher(said).replaceAll(" ");
        }
        if (atStartOfLine()) {
            said = keepLines ? said.replaceFirst("^\\n+", "") : said.stripLeading();
        } else if (said.startsWith(" ") && text.charAt(text.length() - 1) == ' ') {
            said = said.stripLeading();
        }
        if (!said.isEmpty()) {
            breakNow();
            text.append(said);
        }
    }

    private boolean atStartOfLine() {
        return breaksWanted > 0 || text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }

    /** What follows begins on a new line. */
    void line() {
        breaksWanted = Math.max(breaksWanted, 1);
    }

    /** What follows begins after an empty line. */
    void paragraph() {
        breaksWanted = 2;
    }

    /** The mark below which the foot stands. */
    void mark() {
        breakNow();
        text.append(SIGNATURE);
        breaksWanted = 0;
    }

    private void breakNow() {
        if (breaksWanted == 0 || text.isEmpty()) {
            breaksWanted = 0;
            return;
        }
        boolean afterMark = marked();
        while (!text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1)) && !afterMark) {
            text.setLength(text.length() - 1);
        }
        text.append(afterMark ? "" : "\n".repeat(breaksWanted));
        breaksWanted = 0;
    }

    private boolean marked() {
        int start = text.length() - SIGNATURE.length();
        return start >= 0 && text.indexOf(SIGNATURE, start) == start;
    }

    String text() {
        String lines = text.toString().stripTrailing();
        return lines.isEmpty() ? "" : lines + "\n";
    }
}
