package dev.baton.inbox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is to be said of one mail; the same thing once, and no endless list. */
final class Notes {

    private static final int MOST = 30;

    private final Set<Note> all = new LinkedHashSet<>();

    void add(String key, Object... details) {
        if (all.size() < MOST) {
            all.add(Note.of(key, details));
        }
    }

    void addAll(List<Note> more) {
        more.forEach(note -> add(note.key(), note.details().toArray()));
    }

    List<Note> all() {
        return List.copyOf(all);
    }
}
