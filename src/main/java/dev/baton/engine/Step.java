package dev.baton.engine;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step that a request is at or has been at.
 *
 * @param definitionId the version of the model it stands in (of the called process, where it stands in one)
 * @param activity the id of the element in that model
 * @param name what the model calls it
 * @param type the engine's word for the kind of element, such as {@code userTask}
 * @param assignee who has or had it, if it is a task of one person
 * @param endedAt null while it goes on
 * @param withdrawn whether the model took it away before it was done
 */
public record Step(
        String definitionId,
        String activity,
        String name,
        String type,
        @Nullable String taskId,
        @Nullable String assignee,
        Instant startedAt,
        @Nullable Instant endedAt,
        boolean withdrawn) {

    private static final Set<String> WAITING = Set.of("userTask", "receiveTask", "intermediateMessageCatch");

    /** Whether it is a kind of step that waits for people, as against a gateway or a mail. */
    public boolean waits() {
        return WAITING.contains(type);
    }
}
