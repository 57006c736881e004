package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;

/**
 * A file that belongs to a request; its bytes are read apart.
 *
 * @param size in bytes
 */
public record StoredFile(
        long id, RequestRef request, String name, String mediaType, long size, EmailAddress addedBy, Instant addedAt) {

    /** Whether a browser may show it in place rather than save it: a picture that can hold no script. */
    public boolean isPicture() {
        return mediaType.matches("image/(png|jpeg|gif|webp)");
    }
}
