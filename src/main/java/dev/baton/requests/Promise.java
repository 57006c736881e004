package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A due date that somebody stood for.
 *
 * @param taskId the task it is for; null where it is for the whole request
 * @param reason why it is another one than before; null for a first promise
 */
public record Promise(
        long id,
        RequestRef request,
        @Nullable String taskId,
        Instant due,
        EmailAddress madeBy,
        @Nullable String reason,
        Instant madeAt) {}
