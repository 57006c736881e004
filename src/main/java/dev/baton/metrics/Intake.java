package dev.baton.metrics;

import java.util.Optional;

/**
 * How clear a request was when it came in, judged by those who received it: whether it could be used as it was asked.
 *
 * @param asked how often its requester was asked for more
 */
public record Intake(RequestFact request, long asked) {

    /** The outcome by which a model sends a brief back to its requester. */
    private static final String ASK = "ask";

    /** Whether nobody had to ask its requester for more. */
    public boolean clear() {
        return asked == 0;
    }

    /** The request, if it was opened in the part of the period that has passed. */
    static Optional<Intake> of(Work work, Question question) {
        if (!question.passed().has(work.request().openedAt())) {
            return Optional.empty();
        }
        long sentBack = 0;
        for (TaskFact task : work.tasks()) {
            sentBack += task.answeredWith(ASK) ? 1 : 0;
        }
        return Optional.of(
                new Intake(work.request(), (work.request().incomplete() ? 1 : 0) + sentBack + work.questions()));
    }
}
