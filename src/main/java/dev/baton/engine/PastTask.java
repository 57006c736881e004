package dev.baton.engine;

import dev.baton.shared.RequestRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as the engine's history tells of it, whether it still waits or has ended.
 *
 * @param request whose work it is
 * @param workflow key of the workflow the request follows, also where the task stands in a called process
 * @param processId the process instance it stands in
 * @param definitionId the version of the model it stands in
 * @param key the id of the task in that model
 * @param assignee who has or had it last; null while it is offered to several
 * @param endedAt null while it waits
 * @param dueAt the due date that held last; the engine forgets the ones before
 * @param withdrawn whether the model took it away before it was done
 */
public record PastTask(
        String id,
        RequestRef request,
        String workflow,
        String processId,
        String definitionId,
        String key,
        String name,
        @Nullable String assignee,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable Instant dueAt,
        boolean withdrawn) {}
