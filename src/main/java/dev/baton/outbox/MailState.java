package dev.baton.outbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a mail of ours is on its way out. */
public enum MailState {
    /** Waits for its first or next try. */
    QUEUED,
    /** A mail server has taken it. */
    SENT,
    /** Waits for its reader's next digest. */
    HELD,
    /** Was not sent; what it says was said in a digest. */
    DIGESTED,
    /** Was not sent: what it asked for was done meanwhile, or its reader does not want mails like it. */
    DROPPED,
    /** Given up: refused for good, or tried too often. Waits for a person to try again. */
    DEAD;

    /** Whether a person may have it sent now. */
    public boolean canBeRetried() {
        return this == QUEUED || this == HELD || this == DEAD;
    }

    /** The word in rows, addresses and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that word, or nothing. */
    public static Optional<MailState> parse(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    static MailState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
