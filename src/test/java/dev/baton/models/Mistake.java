package dev.baton.models;

import java.nio.charset.StandardCharsets;

/**
 * A file in which one thing is wrong.
 *
 * @param key the finding that says so, {@code rule.what} of messages/models.properties
 */
record Mistake(String key, String file, byte[] bytes) {

    static Mistake in(String key, Drawing drawing) {
        return new Mistake(key, "small.bpmn", drawing.bytes());
    }

    static Mistake in(String key, String file, String text) {
        return new Mistake(key, file, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return key;
    }
}
