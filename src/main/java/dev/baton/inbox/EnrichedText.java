package dev.baton.inbox;

import java.util.Locale;

/** Text with marks: {@code text/enriched} (RFC 1896) and {@code text/richtext} (RFC 1341), read without them. */
final class EnrichedText {

    private static final int LONGEST_MARK = 62;

    private final String text;
    private final boolean rich;
    private final StringBuilder out = new StringBuilder();
    private int parameters;
    private int asItIs;
    private int newlines;

    private EnrichedText(String text, boolean rich) {
        this.text = text.replace("\r\n", "\n");
        this.rich = rich;
    }

    /** @param rich whether it is {@code text/richtext} */
    static String plain(String text, boolean rich) {
        return new EnrichedText(text, rich).read();
    }

    private String read() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int close = c == '<' ? close(i) : -1;
            if (c == '<' && !rich && text.startsWith("<<", i)) {
                add('<');
                i += 2;
            } else if (close > 0) {
                mark(text.substring(i + 1, close).toLowerCase(Locale.ROOT));
                i = close + 1;
            } else {
                add(c);
                i++;
            }
        }
        return out.toString();
    }

    /** Where the mark that begins here ends, or -1 if none does (RFC 1896: no more than 60 letters). */
    private int close(int start) {
        int end = Math.min(text.length(), start + LONGEST_MARK);
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '>') {
                return i;
            }
        }
        return -1;
    }

    private void mark(String name) {
        switch (name) {
            case "param", "comment" -> parameters++;
            case "/param", "/comment" -> parameters = Math.max(0, parameters - 1);
            case "nofill" -> asItIs++;
            case "/nofill" -> asItIs = Math.max(0, asItIs - 1);
            case "nl", "/paragraph", "np" -> out.append('\n');
            case "lt" -> out.append('<');
            default -> {}
        }
    }

    /** One line end is a blank, each more of a run is a line end. */
    private void add(char c) {
        if (parameters > 0) {
            return;
        }
        if (c != '\n' || asItIs > 0) {
            newlines = 0;
            out.append(c);
        } else {
            newlines++;
            out.append(newlines == 1 || rich ? ' ' : '\n');
        }
    }
}
