package dev.baton.inbox;

import org.jspecify.annotations.Nullable;

/** Text that every database takes: without NUL and broken surrogates, and no longer than its column. */
final class Readable {

    private Readable() {}

    static String text(String text, int longest) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, '\uFFFD');
            }
        }
        String whole = clean == null ? text : clean.toString();
        return whole.length() <= longest ? whole : whole.substring(0, endBefore(whole, longest));
    }

    static @Nullable String textOrNull(@Nullable String text, int longest) {
        return text == null ? null : text(text, longest);
    }

    private static int endBefore(String text, int longest) {
        return Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    }
}
