package dev.baton.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What is kept of a style attribute: declarations that colour, space and size, none that load, place over others or hide.
 *
 * @param leftOut how many pictures it would have loaded
 */
record SafeStyle(String text, int leftOut) {

    private static final int LONGEST = 4_000;
    private static final Set<String> KEPT = Set.of(
            "color",
            "background-color",
            "background",
            "font",
            "line-height",
            "letter-spacing",
            "vertical-align",
            "white-space",
            "width",
            "max-width",
            "border-collapse",
            "border-spacing",
            "direction",
            "list-style-type");
    private static final List<String> KEPT_KINDS =
            List.of("font-", "text-align", "text-decoration", "padding", "margin", "border");

    static SafeStyle of(String given) {
        List<String> kept = new ArrayList<>();
        int pictures = 0;
        for (String declaration :
                given.substring(0, Math.min(given.length(), LONGEST)).split(";")) {
            String lower = declaration.toLowerCase(Locale.ROOT).strip();
            int colon = lower.indexOf(':');
            if (lower.contains("url(") || lower.contains("image(")) {
                pictures++;
            } else if (colon > 0 && isKept(lower.substring(0, colon).strip()) && isPlain(lower.substring(colon + 1))) {
                kept.add(lower);
            }
        }
        return new SafeStyle(String.join("; ", kept), pictures);
    }

    private static boolean isKept(String property) {
        return KEPT.contains(property) || KEPT_KINDS.stream().anyMatch(property::startsWith);
    }

    /** Letters, numbers and what lengths, colours and fonts are written with; a minus sign before a number moves things. */
    private static boolean isPlain(String value) {
        String plain = value.strip();
        return plain.matches("[a-z0-9 .,%#()'\"!-]{1,200}")
                && !plain.matches("(.*[ (])?-[0-9.].*")
                && !plain.contains("expression")
                && !plain.contains("var(");
    }
}
