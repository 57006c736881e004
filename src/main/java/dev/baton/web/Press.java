package dev.baton.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether a person pressed the button of a form. The page's script says so of clicks that the browser trusts, a box to tick
 * stands in for it where no scripts run, and a word to type where the script did not arrive (docs/decisions/0023).
 */
final class Press {

    /** The field that says so. */
    static final String FIELD = "pressed";

    private static final String YES = "yes";

    private Press() {}

    static boolean madeBy(HttpServletRequest request) {
        String[] said = request.getParameterValues(FIELD);
        return said != null
                && Stream.of(said)
                        .anyMatch(word -> word.strip().toLowerCase(Locale.ROOT).equals(YES));
    }
}
