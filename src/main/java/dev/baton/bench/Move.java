package dev.baton.bench;

import dev.baton.shared.EmailAddress;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That somebody lets the running requests of one version go on in another.
 *
 * @param workflow key of the process
 * @param from the engine's id of the version they were in
 * @param to the engine's id of the version they go on in
 * @param steps ways from step to step that the author chose, beside those that are plain
 * @param endedAt null while it goes on
 */
public record Move(
        long id,
        String workflow,
        String from,
        String to,
        Map<String, String> steps,
        EmailAddress author,
        Instant begunAt,
        @Nullable Instant endedAt) {

    public Move {
        steps = Map.copyOf(steps);
    }
}
