package dev.baton.outbox;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail that is written and has no place in the queue yet. */
record WrittenMail(
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
        MailKind kind,
        @Nullable Instant neededBy) {

    QueuedMail queued(long id, Instant at) {
        return new QueuedMail(
                id,
                messageId,
                to,
                replyTo,
                request,
                subject,
                text,
                html,
                references,
                template,
                problem,
                MailState.QUEUED,
                at,
                at,
                null,
                0,
                kind,
                neededBy,
                null,
                null);
    }
}
