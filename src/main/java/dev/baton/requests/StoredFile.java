package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a request; its bytes are read apart.
 *
 * @param size in bytes
 * @param ledgerId the mail it came with; null if with none
 * @param inText whether it is a picture that the mail shows within its text, and no file of its own
 */
public record StoredFile(
        long id,
        RequestRef request,
        String name,
        String mediaType,
        long size,
        EmailAddress addedBy,
        Instant addedAt,
        @Nullable Long ledgerId,
        boolean inText) {

    /** Whether it is a picture within what this mail says. */
    public boolean standsIn(IncomingMessage mail) {
        return inText && mail.ledgerId() != null && mail.ledgerId().equals(ledgerId) && addedBy.equals(mail.author());
    }

    /** Whether it is a mail or some other text, in which links can be read. */
    public boolean isText() {
        String type = mediaType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.startsWith("message/")
                || name.toLowerCase(Locale.ROOT).matches("(?s).*\\.(eml|txt|html?|mht|mhtml)");
    }

    /** Whether a browser may show it in place rather than save it: a picture that can hold no script. */
    public boolean isPicture() {
        return mediaType.matches("image/(png|jpeg|gif|webp)");
    }
}
