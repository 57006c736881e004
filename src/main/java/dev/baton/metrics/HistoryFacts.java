package dev.baton.metrics;

import dev.baton.engine.PastTask;
import dev.baton.engine.WorkHistory;
import dev.baton.metrics.RecordedRows.Promised;
import dev.baton.models.Outcome;
import dev.baton.models.Workflows;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what a question's answer is made of, from the engine's history and from what people promised and said. */
@Component
class HistoryFacts {

    private static final String APPROVE = "approve";

    private final WorkHistory history;
    private final RecordedRows rows;
    private final Workflows workflows;
    private final StatusWords statusWords;

    HistoryFacts(WorkHistory history, RecordedRows rows, Workflows workflows, StatusWords statusWords) {
        this.history = history;
        this.rows = rows;
        this.workflows = workflows;
        this.statusWords = statusWords;
    }

    @Transactional(readOnly = true)
    public Facts read(Question question) {
        Instant asOf = question.asOf();
        Period passed = question.passed();
        Promised promised = rows.promises(asOf);
        Map<RequestRef, RequestFact> requests = rows.requests(question, promised);
        List<TaskFact> tasks = tasks(asOf, requests, promised);
        return new Facts(
                List.copyOf(requests.values()),
                tasks,
                rows.lastTold(asOf),
                rows.saidByRequesters(passed).stream()
                        .filter(said -> statusWords.askFor(said.text()))
                        .flatMap(said -> Optional.ofNullable(requests.get(said.request()))
                                .map(request -> new Facts.StatusQuestion(request, said.at()))
                                .stream())
                        .toList(),
                mails(passed, requests),
                rows.questions(asOf),
                rows.holdups(asOf),
                touches(tasks, requests, asOf));
    }

    /** A digest is one mail, however many of the requests it tells of. */
    private List<Facts.Mail> mails(Period passed, Map<RequestRef, RequestFact> requests) {
        Map<Long, Facts.Mail> mails = new LinkedHashMap<>();
        rows.mails(passed).stream()
                .filter(sent -> requests.containsKey(sent.request()))
                .forEach(sent -> mails.put(sent.id(), sent.mail()));
        return List.copyOf(mails.values());
    }

    private List<TaskFact> tasks(Instant asOf, Map<RequestRef, RequestFact> requests, Promised promised) {
        Map<String, TaskFact.Answer> answers = rows.answers(asOf);
        Map<String, Boolean> reviews = new HashMap<>();
        List<TaskFact> tasks = new ArrayList<>();
        history.tasks(asOf, task -> {
            RequestFact request = requests.get(task.request());
            if (request != null) {
                boolean review =
                        reviews.computeIfAbsent(task.definitionId() + "/" + task.key(), unread -> asksToApprove(task));
                tasks.add(fact(task, request, review, asOf, promised.ofTask(task.id()), answers.get(task.id())));
            }
        });
        return tasks;
    }

    private boolean asksToApprove(PastTask task) {
        List<Outcome> outcomes = workflows.task(task.definitionId(), task.key()).outcomes();
        return outcomes.size() > 1
                && outcomes.stream().anyMatch(outcome -> outcome.value().equals(APPROVE));
    }

    private static TaskFact fact(
            PastTask task,
            RequestFact request,
            boolean review,
            Instant asOf,
            List<Instant> promises,
            TaskFact.@Nullable Answer answer) {
        Instant endedAt = task.endedAt();
        boolean ended = endedAt != null && !endedAt.isAfter(asOf);
        return new TaskFact(
                task.id(),
                request,
                task.processId(),
                task.key(),
                task.name(),
                review,
                task.assignee(),
                task.createdAt(),
                ended ? endedAt : null,
                ended && task.withdrawn(),
                promises,
                answer);
    }

    private Map<RequestRef, Long> touches(List<TaskFact> tasks, Map<RequestRef, RequestFact> requests, Instant asOf) {
        Map<RequestRef, Long> touches = rows.messages(asOf);
        BiFunction<Long, Long, Long> sum = Long::sum;
        rows.blockers(asOf).forEach((ref, many) -> touches.merge(ref, many, sum));
        requests.values().forEach(request -> touches.merge(request.ref(), moved(request.promises()), sum));
        tasks.forEach(task ->
                touches.merge(task.request().ref(), moved(task.promises()) + (task.answer() == null ? 0 : 1), sum));
        return touches;
    }

    private static long moved(List<Instant> promises) {
        return Math.max(0, promises.size() - 1);
    }
}
