package dev.baton.metrics;

import dev.baton.metrics.TaskFact.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The review of a request with all its rounds: from the first time somebody is asked to approve to the last decision,
 * after which nobody is asked and nothing has to be changed.
 *
 * @param firstAnswerAt when the first of those asked decided; null if nobody has
 * @param endedAt null while it goes on, or if the request ended without its end
 * @param seenUntil until when it is known to have gone on, where it has no end
 * @param rounds passes of the same review that somebody decided in
 */
public record Review(
        RequestFact request,
        Instant askedAt,
        @Nullable Instant firstAnswerAt,
        @Nullable Instant endedAt,
        Instant seenUntil,
        int rounds) {

    private static final String CHANGES = "changes";
    private static final String REJECT = "reject";

    /** The review of this request, if it was first asked for in the part of the period that has passed. */
    static Optional<Review> of(Work work, Question question) {
        List<TaskFact> asked = null;
        for (TaskFact task : work.tasks()) {
            if (task.review()) {
                asked = asked == null ? new ArrayList<>() : asked;
                asked.add(task);
            }
        }
        return asked == null
                ? Optional.empty()
                : Optional.of(of(asked, question.asOf()))
                        .filter(review -> question.passed().has(review.askedAt()));
    }

    /** Of the tasks of one request that ask somebody to approve. */
    private static Review of(List<TaskFact> tasks, Instant asOf) {
        RequestFact request = tasks.get(0).request();
        List<Instant> answered = tasks.stream()
                .map(TaskFact::answer)
                .filter(Objects::nonNull)
                .map(Answer::at)
                .sorted()
                .toList();
        Collection<List<TaskFact>> reviews = tasks.stream()
                .collect(Collectors.groupingBy(task -> Map.entry(task.processId(), task.key())))
                .values();
        boolean over = !answered.isEmpty()
                && tasks.stream().noneMatch(TaskFact::isOpen)
                && reviews.stream().noneMatch(Review::wantsChanges);
        return new Review(
                request,
                tasks.stream()
                        .map(TaskFact::openedAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                answered.isEmpty() ? null : answered.get(0),
                over ? answered.get(answered.size() - 1) : null,
                request.endedAt() == null ? asOf : request.endedAt(),
                reviews.stream().mapToInt(Review::rounds).max().orElse(0));
    }

    /** Whether the last pass of a review sent the work back; a rejection ends it. */
    private static boolean wantsChanges(List<TaskFact> review) {
        Object lastPass = review.stream()
                .map(TaskFact::answer)
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Answer::at))
                .map(Answer::pass)
                .orElse("");
        List<TaskFact> last = review.stream()
                .filter(task -> task.answer() != null && task.answer().pass().equals(lastPass))
                .toList();
        return last.stream().anyMatch(task -> task.answeredWith(CHANGES))
                && last.stream().noneMatch(task -> task.answeredWith(REJECT));
    }

    private static int rounds(List<TaskFact> review) {
        return (int) review.stream()
                .map(TaskFact::answer)
                .filter(Objects::nonNull)
                .map(Answer::pass)
                .distinct()
                .count();
    }

    void addLength(Durations lengths, ToDoubleBiFunction<Instant, Instant> secondsBetween) {
        add(lengths, secondsBetween, endedAt);
    }

    void addFirstResponse(Durations responses, ToDoubleBiFunction<Instant, Instant> secondsBetween) {
        add(responses, secondsBetween, firstAnswerAt);
    }

    private void add(Durations durations, ToDoubleBiFunction<Instant, Instant> secondsBetween, @Nullable Instant end) {
        durations.add(secondsBetween.applyAsDouble(askedAt, end == null ? seenUntil : end), end != null);
    }
}
