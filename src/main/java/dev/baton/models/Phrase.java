package dev.baton.models;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * A sentence or a part of one, said once somebody reads it.
 *
 * @param key below {@code models.difference.}
 * @param parts texts, or phrases within this one
 */
record Phrase(String key, List<Object> parts) {

    static Phrase of(String key, Object... parts) {
        return new Phrase(key, List.of(parts));
    }

    /** Something the model says itself. */
    static Phrase quoted(String text) {
        return of("quoted", text.length() > 160 ? text.substring(0, 160) + "…" : text);
    }

    /** Names one after the other. */
    static Phrase list(List<String> names) {
        return of("list", String.join("”, “", names));
    }

    String in(MessageSource messages) {
        Object[] said = parts.stream()
                .map(part -> part instanceof Phrase within ? within.in(messages) : part)
                .toArray();
        return messages.getMessage("models.difference." + key, said, Locale.ENGLISH);
    }
}
