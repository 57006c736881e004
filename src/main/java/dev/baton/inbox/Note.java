package dev.baton.inbox;

import java.util.List;

/**
 * Something about how a mail was read that a person may want to know: what could not be read, what was left out, what is
 * kept as it is.
 *
 * @param key which sentence of {@code messages/inbox.properties} ({@code inbox.note.…}) says it
 * @param details what the sentence names
 */
public record Note(String key, List<String> details) {

    /** No reader understands the mail at all. */
    static final String UNREADABLE = "unreadable";

    private static final int LONGEST_DETAIL = 200;

    public Note {
        details = details.stream()
                .map(detail -> Readable.text(detail, LONGEST_DETAIL))
                .toList();
    }

    static Note of(String key, Object... details) {
        return new Note(
                key, java.util.Arrays.stream(details).map(String::valueOf).toList());
    }
}
