package dev.baton.inbox;

import dev.baton.shared.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail as we read it. Reading never fails: what a mail does not have, or has in a form that nobody can read, is
 * missing here, and the bytes in the ledger stay as they are.
 *
 * @param id the ledger entry
 * @param from who it says it is from; null if that is missing or no address
 * @param fromName the display name beside it
 * @param replyTo where answers are wanted, if not at {@code from}
 * @param to the To header
 * @param cc the Cc header
 * @param recipients every address it was sent to: those the servers wrote down on the way (Delivered-To, X-Original-To,
 *     Envelope-To and their kin) first, then To and Cc, each once
 * @param subject decoded, empty if missing
 * @param messageId with its angle brackets; null if missing
 * @param references Message-IDs of the mails it answers: In-Reply-To first, then References from the newest to the oldest
 * @param sentAt what the Date header says
 * @param receivedAt when it was stored here
 * @param text the sender's own words, lines ending in {@code \n}; empty if there are none
 * @param cut quotes and signature that were taken off {@code text}; together they hold the whole body. What was forwarded
 *     is here too
 * @param html the HTML body as it came, not cleaned
 * @param attachments everything else, in order
 * @param headers all headers
 * @param size bytes of the mail as it arrived
 * @param complete false if only the headers were kept because it is too large
 * @param copyOf an earlier ledger entry that holds the same mail, come by another way
 * @param notes what a person should know of how it was read: what could not be, what was left out, what is kept as it is
 * @param forwarded the mail that it passes on, within its text or attached; null if it passes on none
 */
public record ReceivedMail(
        long id,
        @Nullable EmailAddress from,
        @Nullable String fromName,
        List<EmailAddress> replyTo,
        List<EmailAddress> to,
        List<EmailAddress> cc,
        List<EmailAddress> recipients,
        String subject,
        @Nullable String messageId,
        List<String> references,
        @Nullable Instant sentAt,
        Instant receivedAt,
        String text,
        String cut,
        @Nullable String html,
        List<Attachment> attachments,
        MailHeaders headers,
        long size,
        boolean complete,
        @Nullable Long copyOf,
        List<Note> notes,
        @Nullable Forwarded forwarded) {

    /** The sender, if the mail names one. */
    public Optional<EmailAddress> sender() {
        return Optional.ofNullable(from);
    }

    /** Whether it is not certain which of its words are the sender's; {@link #notes} say why. */
    public boolean isInDoubt() {
        return notes.stream().anyMatch(Doubt::isSaidBy);
    }

    /**
     * The mail as its author sent it, before it was passed on within this one: the author's sender, words and files, with
     * the recipients and the ledger entry of this mail. The files of this mail are taken for the author's too, since a mail
     * that is passed on in the text leaves its files there.
     *
     * @param original one of the {@link Forwarded#chain chain} of {@code forwarded}
     */
    public ReceivedMail asSentBy(Forwarded original) {
        return new ReceivedMail(
                id,
                original.from(),
                original.fromName(),
                List.of(),
                to,
                cc,
                recipients,
                original.subject().isBlank() ? subject : original.subject(),
                original.messageId(),
                List.of(),
                null,
                receivedAt,
                original.text(),
                original.cut(),
                html,
                filesWith(original),
                headers,
                size,
                complete,
                copyOf,
                notes,
                original.earlier());
    }

    private List<Attachment> filesWith(Forwarded original) {
        boolean attached =
                original.messageId() != null || !original.attachments().isEmpty();
        return Stream.concat(
                        original.attachments().stream(),
                        attachments.stream()
                                .filter(file -> !attached || !file.type().equals("message/rfc822")))
                .toList();
    }
}
