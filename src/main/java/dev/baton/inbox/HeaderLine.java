package dev.baton.inbox;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A line such as {@code From: Tom <tom@example.com>} that mail programs write above a quoted or forwarded mail.
 *
 * @param kind what it tells
 * @param value what stands behind the colon, as it was written
 */
record HeaderLine(Kind kind, String value) {

    /** What such a line tells. */
    enum Kind {
        FROM,
        SENT,
        DATE,
        TO,
        SUBJECT,
        OTHER
    }

    private static final int LONGEST_NAME = 30;

    private static final Map<String, Kind> NAMES = names();

    private static Map<String, Kind> names() {
        Map<String, Kind> names = new HashMap<>();
        Arrays.stream(Kind.values())
                .forEach(kind -> MailWords.of("header." + kind.name().toLowerCase(java.util.Locale.ROOT))
                        .forEach(name -> names.putIfAbsent(name, kind)));
        return Map.copyOf(names);
    }

    /** The header on this line, if its name is one that we know; stars around the name (bold, as text) do not count. */
    static Optional<HeaderLine> in(String line) {
        int colon = colon(line);
        if (colon < 0) {
            return Optional.empty();
        }
        Kind kind = NAMES.get(MailWords.normal(line.substring(0, colon).replace('*', ' ')));
        return kind == null
                ? Optional.empty()
                : Optional.of(new HeaderLine(kind, withoutStars(line.substring(colon + 1))));
    }

    private static int colon(String line) {
        for (int i = 0; i < Math.min(line.length(), LONGEST_NAME); i++) {
            if (line.charAt(i) == ':' || line.charAt(i) == '：') {
                return i;
            }
        }
        return -1;
    }

    private static String withoutStars(String value) {
        String plain = value.strip();
        while (plain.startsWith("*")) {
            plain = plain.substring(1).strip();
        }
        return plain.endsWith("*") ? plain.substring(0, plain.length() - 1).strip() : plain;
    }
}
