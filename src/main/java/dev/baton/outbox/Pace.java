package dev.baton.outbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often somebody wants to be written to. */
public enum Pace {
    /** Each mail by itself, up to the budget of the day. */
    AT_ONCE,
    /** Each mail by itself while the reader works; what comes outside of that waits until then. */
    WORKING_HOURS,
    /** One mail at the start of each working day. */
    DIGEST,
    /** One mail for each task, at once; no reminders and no news. What is left when somebody unsubscribes. */
    ONLY_WAITING;

    /** The word in rows, forms and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The pace of that word, or nothing. */
    public static Optional<Pace> parse(String word) {
        return Arrays.stream(values()).filter(pace -> pace.word().equals(word)).findFirst();
    }
}
