package dev.baton.inbox;

/** Why it is not certain which words of a mail are its sender's. Words in doubt are shown, and decide nothing by themselves. */
enum Doubt {

    /** Some of them stand inside a quote and were told from it by their look. */
    TYPED_INTO_QUOTE("typed-into-quote"),

    /** A line looks as if somebody else's words, or a signature, began there, and may be the sender's own. */
    WEAK_MARK("weak-mark"),

    /** Some words are struck out, so that they say the contrary of what they spell. */
    STRUCK_OUT("struck-out"),

    /** The plain text and the HTML of the mail say different things. */
    PARTS_DIFFER("parts-differ");

    private final String note;

    Doubt(String note) {
        this.note = note;
    }

    /** The {@link Note} that says it. */
    String note() {
        return note;
    }

    static boolean isSaidBy(Note note) {
        for (Doubt doubt : values()) {
            if (doubt.note.equals(note.key())) {
                return true;
            }
        }
        return false;
    }
}
