package dev.baton.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Authentication-Results header, read (RFC 8601 §2.2): who checked the mail, and what was found out.
 *
 * @param server the authserv-id, lower-case; empty where the header begins with a result, as Microsoft 365 writes it
 */
record AuthenticationResults(String server, List<AuthenticationResult> results) {

    static final String HEADER = "Authentication-Results";

    private static final int LONGEST = 20_000;
    private static final Pattern METHOD = Pattern.compile("\\s*([\\w-]+)(?:\\s*/\\s*\\d+)?\\s*=\\s*([\\w-]+)");
    private static final Pattern PROPERTY = Pattern.compile(
            "(?<![\\w-])([\\w-]{1,60}+)\\s{0,5}\\.\\s{0,5}([\\w-]{1,60}+)\\s{0,5}=\\s{0,5}((?:\"[^\"]*\"|[^\\s;\"])+)");

    static AuthenticationResults read(String value) {
        String text = withoutComments(value.length() > LONGEST ? value.substring(0, LONGEST) : value);
        List<String> parts = split(text);
        boolean named = !METHOD.matcher(parts.get(0)).lookingAt();
        String server = named ? parts.get(0).strip().replace("\"", "").split("\\s+", 2)[0] : "";
        List<AuthenticationResult> results = new ArrayList<>();
        for (String part : parts.subList(named ? 1 : 0, parts.size())) {
            Matcher method = METHOD.matcher(part);
            if (method.lookingAt()) {
                results.add(new AuthenticationResult(
                        method.group(1).toLowerCase(Locale.ROOT),
                        method.group(2).toLowerCase(Locale.ROOT),
                        properties(part)));
            }
        }
        return new AuthenticationResults(server.toLowerCase(Locale.ROOT), results);
    }

    private static Map<String, String> properties(String part) {
        Map<String, String> properties = new HashMap<>();
        Matcher property = PROPERTY.matcher(part);
        while (property.find()) {
            String name = (property.group(1) + "." + property.group(2)).toLowerCase(Locale.ROOT);
            properties.putIfAbsent(name, unquoted(property.group(3)));
        }
        return properties;
    }

    /** A value all in quotes without them; one of which a part is quoted, such as a local part, stays whole. */
    private static String unquoted(String value) {
        return value.matches("\"[^\"]*\"") ? value.substring(1, value.length() - 1) : value;
    }

    /** What stands in brackets says nothing to programs (RFC 5322 §3.2.2); what stands in quotes stays. */
    private static String withoutComments(String value) {
        StringBuilder left = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && (quoted || depth > 0)) {
                i++;
            } else if (c == '"' && depth == 0) {
                quoted = !quoted;
                left.append(c);
            } else if (c == '(' && !quoted) {
                depth++;
                left.append(' ');
            } else if (c == ')' && !quoted && depth > 0) {
                depth--;
            } else if (depth == 0) {
                left.append(c);
            }
        }
        return left.toString();
    }

    /** At semicolons that are not in quotes. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (text.charAt(i) == ';' && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
