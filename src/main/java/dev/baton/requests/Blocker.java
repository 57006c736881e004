package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why work cannot go on.
 *
 * @param taskId the task that waits; null where the whole request does
 * @param waitsOn whom or which request it waits for: an address, a reference, or a name that is neither
 * @param waitsFor the request that it waits for, with whose delivery it ends; null where it waits for a person, or for
 *     something that is neither
 * @param what in the words of who raised it
 * @param liftedAt null while it holds
 */
public record Blocker(
        long id,
        RequestRef request,
        @Nullable String taskId,
        String waitsOn,
        @Nullable RequestRef waitsFor,
        String what,
        EmailAddress raisedBy,
        Instant raisedAt,
        @Nullable Instant liftedAt) {}
