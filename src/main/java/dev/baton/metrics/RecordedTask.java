package dev.baton.metrics;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task that was read from somewhere as it stood at the moment that is looked back from. */
record RecordedTask(
        UUID id,
        RequestFact request,
        String processId,
        String key,
        String name,
        boolean review,
        Instant openedAt,
        @Nullable Instant endedAt,
        boolean withdrawn,
        List<Instant> promises,
        @Nullable Answer answer)
        implements TaskFact {}
