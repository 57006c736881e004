package dev.baton.engine.spi;

import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for somebody.
 *
 * @param id the engine's id of this one task
 * @param request whose work it is
 * @param definitionId the version of the model it comes from (of the called process, where it stands in one)
 * @param key the id of the task in that model
 * @param name what the model calls it, with expressions read
 * @param assignee the address of the one who has it, or null while it is offered to several
 * @param candidates addresses it is offered to
 * @param groups keys of teams it is offered to
 * @param round the same for all tasks of one vote (one pass of a multi-instance); null for a task of its own
 * @param createdAt when it reached them
 * @param dueAt until when it is wanted, if the model says so
 */
public record OpenTask(
        String id,
        RequestRef request,
        String processInstance,
        String definitionId,
        String key,
        String name,
        @Nullable String assignee,
        List<String> candidates,
        List<String> groups,
        @Nullable String round,
        Instant createdAt,
        @Nullable Instant dueAt) {}
