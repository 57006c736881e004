package dev.baton.bench.rehearsal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is filled into a form, as it stands in the address of a page: {@code kind=event&goal=More+guests}. */
public final class Filled {

    private Filled() {}

    /** By field, in the order of the names. */
    public static String written(Map<String, String> form) {
        return new TreeMap<>(form)
                .entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** What {@link #written} wrote; what makes no sense is left out. */
    public static Map<String, String> read(String text) {
        Map<String, String> form = new TreeMap<>();
        for (String field : text.split("&")) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                decode(field.substring(0, equals), field.substring(equals + 1), form);
            }
        }
        return Map.copyOf(form);
    }

    private static void decode(String name, String value, Map<String, String> form) {
        try {
            form.put(URLDecoder.decode(name, StandardCharsets.UTF_8), URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException cutOff) {
            form.remove(name);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
