package dev.baton.metrics;

import dev.baton.shared.RequestRef;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** The requests opened in the part of the period that has passed. */
    static List<Intake> of(Facts facts, Question question) {
        Map<RequestRef, Long> sentBack = facts.tasks().stream()
                .filter(task -> task.answeredWith(ASK))
                .collect(Collectors.groupingBy(task -> task.request().ref(), Collectors.counting()));
        return facts.requests().stream()
                .filter(request -> question.passed().has(request.openedAt()))
                .map(request -> new Intake(
                        request,
                        (request.incomplete() ? 1 : 0)
                                + sentBack.getOrDefault(request.ref(), 0L)
                                + facts.questionMails().getOrDefault(request.ref(), 0L)))
                .toList();
    }

    static Measure clarity(List<Intake> opened) {
        return Measure.share(opened.stream().filter(Intake::clear).count(), opened.size());
    }

    static Measure mails(List<Intake> opened) {
        return Measure.perUnit(1, opened.stream().mapToLong(Intake::asked).sum(), opened.size());
    }
}
