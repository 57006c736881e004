package dev.baton.inbox;

import dev.baton.shared.EmailAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail that somebody passed on, within the text of another or attached to it. What who passed it on wrote above it is the
 * text of that other mail.
 *
 * @param from who wrote it; null where only a name is given
 * @param fromName the name beside the address, or alone
 * @param sentOn when it was sent, as the program that forwarded it wrote it; null if it did not
 * @param subject its subject; empty if none is given
 * @param text the own words of who wrote it
 * @param cut what was taken off those: signature, and what it quotes or forwards itself
 * @param attachments its files, where it was attached as a mail; those of a mail passed on in the text are the other mail's
 * @param messageId where it was attached; else null
 * @param earlier the mail that it quotes or forwards itself
 */
public record Forwarded(
        @Nullable EmailAddress from,
        @Nullable String fromName,
        @Nullable String sentOn,
        String subject,
        String text,
        String cut,
        List<Attachment> attachments,
        @Nullable String messageId,
        @Nullable Forwarded earlier) {

    /** Who wrote it, if an address is given. */
    public Optional<EmailAddress> author() {
        return Optional.ofNullable(from);
    }

    /** This mail and those that it passes on itself, from the newest to the oldest. */
    public List<Forwarded> chain() {
        List<Forwarded> chain = new ArrayList<>();
        for (Forwarded mail = this; mail != null; mail = mail.earlier) {
            chain.add(mail);
        }
        return chain;
    }
}
