package dev.baton.outbox;

import java.util.Arrays;
import java.util.List;

/** What is wrong with one spot of a template, as a key of messages/outbox.properties and what goes into it. */
class TemplateFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> parts;

    TemplateFault(String key, Object... parts) {
        super(key + " " + Arrays.toString(parts));
        this.key = key;
        this.parts = List.of(parts);
    }

    String key() {
        return key;
    }

    Object[] parts() {
        return parts.toArray();
    }
}
