package dev.baton.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with lines that name what they say, {@code Launch date: 14 March 2026} or {@code goal = 200 registrations}, also
 * as a list; a value may stand below its name. The first line of a name counts.
 *
 * @param values what was said, by key
 * @param rest the lines that name nothing
 */
record LabelledLines(Map<String, String> values, String rest) {

    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*•–>]+|\\d{1,2}[.)])?\\s*");
    private static final int LONGEST_NAME = 200;
    private static final Pattern SIGN = Pattern.compile("^[\\s:=：]+");

    /** A name at the start of a line, and what stands behind it. */
    private record Named(String key, String value) {}

    /**
     * @param names keys by normal name ({@link Normal#name}) of all that may be named
     * @param longer keys whose value may go on for more lines, up to an empty one
     */
    static LabelledLines of(String text, Map<String, String> names, Set<String> longer) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>();
        String open = null;
        for (String line : text.split("\n", -1)) {
            Named named = named(line, names).orElse(null);
            if (named != null && !values.containsKey(named.key())) {
                values.put(named.key(), named.value());
                open = named.key();
            } else if (open != null && !line.isBlank() && goesOn(values.get(open), longer.contains(open))) {
                values.merge(open, line.strip(), (before, more) -> before.isEmpty() ? more : before + "\n" + more);
            } else {
                open = null;
                rest.add(line);
            }
        }
        values.values().removeIf(String::isEmpty);
        return new LabelledLines(values, String.join("\n", rest).strip());
    }

    private static boolean goesOn(@Nullable String soFar, boolean longer) {
        return longer || soFar == null || soFar.isEmpty();
    }

    private static Optional<Named> named(String line, Map<String, String> names) {
        String item = BULLET.matcher(line).replaceFirst("").strip();
        for (int i = 0; i < Math.min(item.length(), LONGEST_NAME); i++) {
            if (":=?：".indexOf(item.charAt(i)) >= 0) {
                String key = names.get(Normal.name(item.substring(0, i)));
                if (key != null) {
                    return Optional.of(new Named(
                            key,
                            SIGN.matcher(item.substring(i + 1)).replaceFirst("").strip()));
                }
            }
        }
        return item.length() > LONGEST_NAME
                ? Optional.empty()
                : Optional.ofNullable(names.get(Normal.name(item))).map(key -> new Named(key, ""));
    }
}
