package dev.baton.bench.whatif;

import dev.baton.engine.PastAnswers;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFilter;
import dev.baton.requests.Requests;
import dev.baton.shared.Page;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.Trails;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the requests of a workflow that have ended. */
@Component
class PastRequests {

    private static final int PAGE = 200;

    private final Requests requests;
    private final Trails trails;
    private final PastAnswers answers;

    PastRequests(Requests requests, Trails trails, PastAnswers answers) {
        this.requests = requests;
        this.trails = trails;
        this.answers = answers;
    }

    /**
     * The newest of those whose work had begun, newest first. Examples that nobody asked for count only where there is
     * nothing else.
     *
     * @param filledIn fields of tasks whose answers are of interest
     */
    List<PastRequest> newest(String workflow, int most, Set<String> filledIn) {
        List<Request> real = new ArrayList<>();
        List<Request> examples = new ArrayList<>();
        String next = null;
        do {
            Page<Request> page = requests.list(new RequestFilter(null, workflow, null, null, null), next, PAGE);
            page.items().stream()
                    .filter(request -> !request.isOpen() && request.startedAt() != null)
                    .forEach(request -> (request.madeUp() ? examples : real).add(request));
            next = page.next();
        } while (next != null && real.size() < most);
        List<Request> found = real.isEmpty() ? examples : real;
        return withAnswers(found.subList(0, Math.min(most, found.size())), filledIn);
    }

    private List<PastRequest> withAnswers(List<Request> found, Set<String> filledIn) {
        List<RequestRef> refs = found.stream().map(Request::ref).toList();
        Map<RequestRef, List<Trails.Passed>> passed = trails.of(refs);
        Map<String, Map<String, String>> forms = answers.at(
                passed.values().stream()
                        .flatMap(Collection::stream)
                        .map(Trails.Passed::taskId)
                        .toList(),
                filledIn);
        Set<RequestRef> byHand = answers.endedByHand(refs);
        return found.stream()
                .map(request -> new PastRequest(
                        request,
                        passed.getOrDefault(request.ref(), List.of()).stream()
                                .flatMap(task -> given(task, forms.get(task.taskId())).stream())
                                .toList(),
                        passed.getOrDefault(request.ref(), List.of()).stream()
                                .filter(task -> task.outcome() == null)
                                .map(Trails.Passed::task)
                                .collect(Collectors.toSet()),
                        byHand.contains(request.ref())))
                .toList();
    }

    private static List<PastRequest.Given> given(Trails.Passed task, @Nullable Map<String, String> form) {
        String outcome = task.outcome();
        String label = task.label();
        return outcome == null || label == null
                ? List.of()
                : List.of(new PastRequest.Given(task.task(), outcome, label, form == null ? Map.of() : form));
    }
}
