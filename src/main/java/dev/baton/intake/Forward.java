package dev.baton.intake;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import org.jspecify.annotations.Nullable;

/**
 * That a request was opened by a mail which one of our people forwarded.
 *
 * @param original who wrote that mail; null if only a name is known
 * @param originalName the name beside the address, or alone; null if neither was given
 */
public record Forward(
        RequestRef request,
        EmailAddress forwarder,
        String forwarderName,
        @Nullable EmailAddress original,
        @Nullable String originalName) {

    /** The name of who wrote the mail, as well as it is known. */
    public String shownOriginal() {
        if (originalName != null && !originalName.isBlank()) {
            return originalName;
        }
        return original == null ? "" : original.readAsName();
    }
}
