package dev.baton.outbox;

/** Text that is safe in a header: one line, no control characters, not too long. */
final class OneLine {

    private OneLine() {}

    /**
     * The text with every run of white space and control characters as one space, cut at a whole character.
     *
     * @param longest in UTF-16 units, the ellipsis included
     */
    static String of(String text, int longest) {
        String line =
                text.replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029\\u0085]+", " ").strip();
        if (line.length() <= longest) {
            return line;
        }
        int end = longest - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
