package dev.baton.outbox;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail of ours as it was written when it was queued; it is sent in these words whatever happens to its template.
 *
 * @param id counts up in the order of queueing; numbers may be skipped
 * @param messageId with angle brackets; fixed at queueing, so that a repeat after a crash is recognisable
 * @param subject as sent, with the reference in front
 * @param text the plain-text part
 * @param html the HTML part
 * @param references Message-IDs of the mails it follows, oldest first, without the thread's own root
 * @param template the template it was made from
 * @param problem why the template was not used and the plain layout was, for people; null if all was well
 * @param dueAt when the next try is due; the last try's due time once it is sent or dead
 * @param attempts how often a mail server was asked to take this very mail and did not
 * @param kind how long it may wait for its reader
 * @param neededBy when its reader has to be done with what it asks; null where nobody said
 * @param admittedAt when it was decided that it goes; null while it was not
 * @param trouble what went wrong at the last try; null if nothing did
 */
public record QueuedMail(
        long id,
        String messageId,
        EmailAddress to,
        EmailAddress replyTo,
        @Nullable RequestRef request,
        String subject,
        String text,
        String html,
        List<String> references,
        String template,
        @Nullable String problem,
        MailState state,
        Instant queuedAt,
        Instant dueAt,
        @Nullable Instant sentAt,
        int attempts,
        MailKind kind,
        @Nullable Instant neededBy,
        @Nullable Instant admittedAt,
        @Nullable Trouble trouble) {

    /**
     * Whether it is one of those that its reader wants so many of a day: all but what never waits, which nobody can choose
     * to have less of. A digest is one, for all that it stands for.
     */
    boolean counts() {
        return kind != MailKind.NOW || template.equals(Digest.TEMPLATE);
    }

    /** Whether it would come too late at this moment. */
    boolean neededBefore(Instant moment) {
        return neededBy != null && !neededBy.isAfter(moment);
    }
}
