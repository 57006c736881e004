package dev.baton.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the requester of an open request knows how it stands without having to ask.
 *
 * @param at when a mail last told; null if none ever did
 * @param lately whether that is within seven days
 */
public record Told(RequestFact request, @Nullable Instant at, boolean lately) {

    private static final Duration LATELY = Duration.ofDays(7);
    static final int PER_HUNDRED = 100;

    /** The request, if it was open at the moment that is looked back from. */
    static Optional<Told> of(Work work, Question question) {
        if (!work.request().isOpen()) {
            return Optional.empty();
        }
        Instant at = work.toldAt();
        Instant since = question.asOf().minus(LATELY);
        return Optional.of(new Told(work.request(), at, at != null && !at.isBefore(since)));
    }
}
