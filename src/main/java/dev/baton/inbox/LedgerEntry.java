package dev.baton.inbox;

import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail that arrived and what became of it, as the API gives it.
 *
 * @param messageId the Message-ID with its angle brackets, or {@code sha256:} and the hash of the bytes where it has none
 * @param from the sender's address, or what the From header says where that is no address
 * @param receivedAt when it was stored here
 * @param reason why it is in its state, for a person; null where the state says all
 * @param request the request it belongs to
 * @param text the sender's own words; null until it has been read
 * @param cut quotes and signature that were taken off; null until it has been read
 * @param notes what a person should know of how it was read, a sentence each
 */
public record LedgerEntry(
        long id,
        String messageId,
        @Nullable String from,
        @Nullable String subject,
        Instant receivedAt,
        LedgerState state,
        @Nullable String reason,
        @Nullable RequestRef request,
        @Nullable String text,
        @Nullable String cut,
        List<AttachedFile> attachments,
        List<String> notes) {

    /** How many characters its texts have. */
    long said() {
        long files =
                attachments.stream().mapToLong(file -> file.name().length()).sum();
        return files + (text == null ? 0 : text.length()) + (cut == null ? 0 : cut.length());
    }
}
