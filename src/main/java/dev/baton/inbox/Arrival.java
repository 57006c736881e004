package dev.baton.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a mail came. Mailbox, UIDVALIDITY and UID together name one message of a server for ever (RFC 3501 §2.3.1.1).
 *
 * @param mailbox user, host and folder, or {@code api}
 * @param uidValidity null for what was posted
 * @param uid null for what was posted
 * @param at when it reached us
 */
public record Arrival(
        String mailbox,
        @Nullable Long uidValidity,
        @Nullable Long uid,
        Instant at) {

    /** Handed in over the API. */
    public static Arrival posted(Instant at) {
        return new Arrival("api", null, null, at);
    }

    /** Fetched from a mailbox. */
    public static Arrival fetched(String mailbox, long uidValidity, long uid, Instant at) {
        return new Arrival(mailbox, uidValidity, uid, at);
    }

    /** The same message of the same mailbox, whenever it came. */
    Arrival timeless() {
        return new Arrival(mailbox, uidValidity, uid, Instant.EPOCH);
    }
}
