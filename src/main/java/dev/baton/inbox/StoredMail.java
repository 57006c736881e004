package dev.baton.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it lies in the ledger, before it is read.
 *
 * @param size bytes it had when it arrived; more than {@code raw} holds if it is not complete
 */
record StoredMail(
        long id,
        byte[] raw,
        Instant receivedAt,
        long size,
        boolean complete,
        int attempts,
        @Nullable Long copyOf) {}
