package dev.baton.metrics;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of an event log.
 *
 * @param row line of a CSV file, number of the event in XES
 * @param content all that the row says, to find rows that say the same
 */
record LoggedEvent(
        int row,
        String caseId,
        String activity,
        Instant at,
        Kind kind,
        @Nullable Instant endedAt,
        @Nullable Instant due,
        String content) {

    /** What an event says of a step, in the order in which those of one moment are taken. */
    enum Kind {
        /** It began. */
        START,
        /** It was done then, or from then to its end. */
        WHOLE,
        /** It was passed on, suspended or the like, which is in no measure. */
        OTHER,
        COMPLETE,
        WITHDRAW;

        /** By the word of XES (IEEE 1849, the lifecycle extension). */
        static Optional<Kind> of(String transition) {
            return switch (transition.strip().toLowerCase(Locale.ROOT)) {
                case "" -> Optional.of(WHOLE);
                case "start" -> Optional.of(START);
                case "complete" -> Optional.of(COMPLETE);
                case "withdraw", "ate_abort", "pi_abort" -> Optional.of(WITHDRAW);
                case "schedule", "assign", "reassign", "suspend", "resume", "autoskip", "manualskip", "unknown" ->
                    Optional.of(OTHER);
                default -> Optional.empty();
            };
        }
    }
}
