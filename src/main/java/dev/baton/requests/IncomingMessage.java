package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a person wrote about a request, by mail or in a form.
 *
 * @param text the own words
 * @param cut what was taken off below them: quotes, signature
 * @param ledgerId the mail in the ledger; null for what was written in a form
 * @param messageId of that mail, in angle brackets
 * @param unproven whether our mail server could not confirm that it came from the author
 */
public record IncomingMessage(
        EmailAddress author,
        String name,
        String text,
        String cut,
        Instant writtenAt,
        @Nullable Long ledgerId,
        @Nullable String messageId,
        boolean unproven) {

    /** One whose author nothing speaks against. */
    public IncomingMessage(
            EmailAddress author,
            String name,
            String text,
            String cut,
            Instant writtenAt,
            @Nullable Long ledgerId,
            @Nullable String messageId) {
        this(author, name, text, cut, writtenAt, ledgerId, messageId, false);
    }

    /** The same under another Message-ID, as answers to the mail that brought it name it. */
    public IncomingMessage under(@Nullable String id) {
        return new IncomingMessage(author, name, text, cut, writtenAt, ledgerId, id, unproven);
    }
}
