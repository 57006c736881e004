package dev.baton.inbox;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a mail. Every entry of the ledger is in exactly one of these. */
public enum LedgerState {
    /** Stored, and still to be read or tried again. */
    RECEIVED,
    /** A request was opened with it. */
    OPENED,
    /** It joined the conversation of a request. */
    JOINED,
    /** It answered a task. */
    ANSWERED,
    /** Nothing follows from it; the reason says why. */
    IGNORED,
    /** Somebody has to look at it; the reason says why. */
    QUARANTINED;

    /** The word in the database, in addresses and in JSON. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that word, or nothing. */
    public static Optional<LedgerState> parse(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }

    /** Whether reading the mail once more cannot do anything twice. */
    public boolean canBeReplayed() {
        return this == RECEIVED || this == IGNORED || this == QUARANTINED;
    }
}
