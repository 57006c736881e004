package dev.baton.models;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells by its first bytes what a file is that was given the name of a model and is none. */
final class FileSigns {

    private static final int LONGEST = 40;

    /** First bytes, and the finding that says what begins so. */
    private static final Map<String, String> SIGNS = new LinkedHashMap<>();

    static {
        SIGNS.put("PK", "zip");
        SIGNS.put("\u001f\u008b", "zip");
        SIGNS.put("Rar!", "zip");
        SIGNS.put("7z\u00bc", "zip");
        SIGNS.put("%PDF", "pdf");
        SIGNS.put("\u0089PNG", "picture");
        SIGNS.put("\u00ff\u00d8\u00ff", "picture");
        SIGNS.put("GIF8", "picture");
        SIGNS.put("\u00d0\u00cf\u0011\u00e0", "office");
        SIGNS.put("{\\rtf", "office");
        SIGNS.put("{", "json");
        SIGNS.put("[", "json");
        SIGNS.put("<!DOCTYPE html", "kind.page");
        SIGNS.put("<!doctype html", "kind.page");
    }

    private FileSigns() {}

    /** The name of the finding; nothing if the file may be XML. */
    static Optional<String> otherThanXml(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(LONGEST, bytes.length), StandardCharsets.ISO_8859_1);
        if (start.isBlank()) {
            return isBlank(bytes) ? Optional.of("empty") : Optional.empty();
        }
        return SIGNS.entrySet().stream()
                .filter(sign ->
                        start.startsWith(sign.getKey()) || start.stripLeading().startsWith(sign.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isBlank(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
    }
}
