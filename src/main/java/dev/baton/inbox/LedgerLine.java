package dev.baton.inbox;

import dev.baton.shared.RequestRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One mail as a line of a list; what each part means says {@link LedgerEntry}.
 *
 * @param workflow key of the workflow it belongs to; null if it names none
 */
public record LedgerLine(
        long id,
        @Nullable String from,
        @Nullable String subject,
        Instant receivedAt,
        LedgerState state,
        @Nullable String reason,
        @Nullable RequestRef request,
        @Nullable String workflow) {}
