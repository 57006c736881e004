package dev.baton.inbox;

import java.util.List;

/** Lines that part an earlier mail from what is written above it: rules, and phrases such as "Original Message". */
final class Separator {

    private static final int LONGEST = 150;
    private static final String STROKES = "-_=*~—–―─‐‑−＿－ー#";

    private static final List<String> ORIGINAL = MailWords.of("original");
    private static final List<String> FORWARDED = MailWords.of("forwarded");

    private Separator() {}

    /** Whether the line is a rule drawn with characters. */
    static boolean isRule(String line) {
        String drawn = line.strip();
        return drawn.length() >= 5 && drawn.length() <= 200 && drawn.chars().allMatch(c -> STROKES.indexOf(c) >= 0);
    }

    /** Whether the line says by its words that an earlier mail follows. */
    static boolean announces(String line) {
        return announcesOriginal(line) || announcesForwarded(line);
    }

    /** As "-----Original Message-----". */
    static boolean announcesOriginal(String line) {
        return isBetweenStrokes(line) && says(line, ORIGINAL);
    }

    /** As "---------- Forwarded message ---------", and as "Begin forwarded message:". */
    static boolean announcesForwarded(String line) {
        return (isBetweenStrokes(line) || endsWithColon(line)) && says(line, FORWARDED);
    }

    /** Whether something stands between two rules. */
    static boolean isBetweenStrokes(String line) {
        String text = line.strip();
        return text.length() <= LONGEST
                && text.length() > 4
                && stroke(text, 0)
                && stroke(text, 1)
                && (stroke(text, text.length() - 1) || endsWithColon(text))
                && !isRule(line);
    }

    private static boolean endsWithColon(String line) {
        String text = line.strip();
        return text.length() <= LONGEST && (text.endsWith(":") || text.endsWith("："));
    }

    private static boolean says(String line, List<String> phrases) {
        String said = between(line);
        return phrases.stream().anyMatch(phrase -> said.equals(phrase) || said.startsWith(phrase + " "));
    }

    /** What stands between the strokes, as {@link MailWords#normal} writes it. */
    static String between(String line) {
        String text = line.strip();
        int start = 0;
        int end = text.length();
        while (start < end && (stroke(text, start) || text.charAt(start) == ' ')) {
            start++;
        }
        while (end > start && (stroke(text, end - 1) || ":： ".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return MailWords.normal(text.substring(start, end));
    }

    private static boolean stroke(String text, int at) {
        return STROKES.indexOf(text.charAt(at)) >= 0;
    }
}
