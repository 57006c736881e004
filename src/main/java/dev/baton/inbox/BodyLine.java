package dev.baton.inbox;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A line of a body, and what its mail program says about it.
 *
 * @param text as it was written; quoted lines have {@code >} before them
 * @param origin where it comes from, as far as that is said
 * @param earlierMail whether the mail program says that an earlier mail begins here
 * @param pen the colour or the program's mark that sets the line, or its end, off from others; empty if nothing does
 * @param penFrom where in the text that end begins; 0 if it is the whole line
 */
record BodyLine(String text, Origin origin, boolean earlierMail, String pen, int penFrom) {

    private static final int DEEPEST_INDENT = 3;

    /** Where a line comes from. */
    enum Origin {
        UNSAID,
        QUOTED,
        INTRODUCTION,
        SIGNATURE
    }

    /** The lines of a plain text. */
    static List<BodyLine> ofText(String text) {
        String[] lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        return IntStream.range(0, lines.length)
                .mapToObj(i -> isMangled(lines, i)
                        ? new BodyLine(lines[i].substring(1), Origin.UNSAID, false, "", 0)
                        : new BodyLine(lines[i], isQuoted(lines[i]) ? Origin.QUOTED : Origin.UNSAID, false, "", 0))
                .toList();
    }

    /** What is kept in an mbox file gets a mark before the word "From" (RFC 4155); a quote is not one such line alone. */
    private static boolean isMangled(String[] lines, int i) {
        return lines[i].startsWith(">From ")
                && (i == 0 || !isQuoted(lines[i - 1]) && !Introduction.endsLikeOne(lines[i - 1]))
                && (i + 1 == lines.length || !isQuoted(lines[i + 1]));
    }

    private static boolean isQuoted(String line) {
        int start = 0;
        while (start < line.length() && start < DEEPEST_INDENT && line.charAt(start) == ' ') {
            start++;
        }
        return line.startsWith(">", start) || line.startsWith("＞");
    }

    boolean is(Origin which) {
        return origin == which;
    }

    boolean isBlank() {
        return isBlank(text);
    }

    /** Hard spaces, and marks that are not to be seen, are nothing too. */
    static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    /** The text as it is compared: with plain spaces. */
    String plain() {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ').replace('\u3000', ' ');
    }

    /** Whether it is quoted once, not twice. */
    boolean isQuotedOnce() {
        return origin == Origin.QUOTED && !text.startsWith(">>") && !text.startsWith("> >");
    }

    /** What stands before the end in another pen. */
    String asked() {
        return text.substring(0, penFrom).stripTrailing();
    }

    /** The text without what marks it as quoted. */
    String withoutMargin() {
        return origin == Origin.QUOTED ? text.substring(margin(0)) : text;
    }

    /** What was typed into a quote from this place of the line on. */
    String answerFrom(int start) {
        return text.substring(origin == Origin.QUOTED ? margin(start) : start);
    }

    private int margin(int from) {
        int start = from;
        while (start < text.length() && "> ＞".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }
}
