package dev.baton.bench.whatif;

import dev.baton.requests.Request;
import dev.baton.shared.RequestRef;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request that has ended, with all that people said to it.
 *
 * @param given what was decided, in the order in which it was
 * @param takenAway ids of tasks that the model took away before anybody decided
 * @param byHand whether somebody ended it from outside, not an end that its model draws
 */
record PastRequest(Request request, List<Given> given, Set<String> takenAway, boolean byHand) {

    /**
     * One decision.
     *
     * @param task the task's id in its model
     * @param form what was filled in beside it that anything reads, as text by field
     */
    record Given(String task, String outcome, String label, Map<String, String> form) {}

    RequestRef ref() {
        return request.ref();
    }

    /** The same where tasks have other ids; one that is not named keeps its own. */
    PastRequest renamed(Map<String, String> ids) {
        return new PastRequest(
                request,
                given.stream()
                        .map(each -> new Given(
                                ids.getOrDefault(each.task(), each.task()), each.outcome(), each.label(), each.form()))
                        .toList(),
                Set.copyOf(takenAway.stream()
                        .map(task -> ids.getOrDefault(task, task))
                        .toList()),
                byHand);
    }
}
