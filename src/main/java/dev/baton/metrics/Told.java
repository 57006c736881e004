package dev.baton.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private static final int PER_HUNDRED = 100;

    /** The requests open at the moment that is looked back from. */
    static List<Told> of(Facts facts, Question question) {
        Instant since = question.asOf().minus(LATELY);
        return facts.requests().stream()
                .filter(RequestFact::isOpen)
                .map(request -> {
                    Optional<Instant> at = Optional.ofNullable(facts.lastTold().get(request.ref()));
                    return new Told(
                            request,
                            at.orElse(null),
                            at.filter(told -> !told.isBefore(since)).isPresent());
                })
                .toList();
    }

    static Measure share(List<Told> open) {
        return Measure.share(open.stream().filter(Told::lately).count(), open.size());
    }

    static Measure statusQuestions(Facts facts, Question question) {
        long promised = facts.requests().stream()
                .filter(request -> !request.promises().isEmpty() && request.wasOpenIn(question.passed()))
                .count();
        return Measure.perUnit(PER_HUNDRED, facts.statusQuestions().size(), promised);
    }
}
