package dev.baton.metrics;

import dev.baton.engine.PastTask;
import dev.baton.engine.WorkHistory;
import dev.baton.metrics.RecordedRows.Promised;
import dev.baton.metrics.RecordedRows.Said;
import dev.baton.metrics.RecordedRows.Sent;
import dev.baton.models.Outcome;
import dev.baton.models.Workflows;
import dev.baton.shared.RequestRef;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers, to prove the facts, what a question's answer is made of, from the engine's history and from what people
 * promised and said. It does not know in which team or version a request was before the one it is in.
 */
@Component
class HistoryFacts implements FactSource {

    private static final String APPROVE = "approve";

    private final WorkHistory history;
    private final RecordedRows rows;
    private final Workflows workflows;
    private final StatusWords statusWords;
    private final WorkingDays workingDays;

    HistoryFacts(
            WorkHistory history,
            RecordedRows rows,
            Workflows workflows,
            StatusWords statusWords,
            WorkingDays workingDays) {
        this.history = history;
        this.rows = rows;
        this.workflows = workflows;
        this.statusWords = statusWords;
        this.workingDays = workingDays;
    }

    @Override
    @Transactional(readOnly = true)
    public void read(Question question, Consumer<Work> each) {
        Instant asOf = question.asOf();
        Promised promised = rows.promises(asOf);
        Map<RequestRef, RequestFact> requests = rows.requests(question, promised);
        Map<RequestRef, List<String>> holders = new HashMap<>();
        Map<RequestRef, List<TaskFact>> tasks = tasks(asOf, requests, promised, holders).stream()
                .collect(Collectors.groupingBy(task -> task.request().ref()));
        Map<RequestRef, Instant> told = rows.lastTold(asOf);
        Map<RequestRef, List<Instant>> asked = rows.saidByRequesters(question.passed()).stream()
                .filter(said -> statusWords.askFor(said.text()))
                .collect(Collectors.groupingBy(Said::request, Collectors.mapping(Said::at, Collectors.toList())));
        Map<RequestRef, Long> questions = rows.questions(asOf);
        Map<RequestRef, Long> written = rows.messages(asOf);
        Map<RequestRef, Long> blocked = rows.blockers(asOf);
        requests.forEach((ref, request) -> {
            List<TaskFact> ofThis = tasks.getOrDefault(ref, List.of());
            each.accept(new Work(
                    request,
                    ofThis,
                    told.get(ref),
                    asked.getOrDefault(ref, List.of()),
                    questions.getOrDefault(ref, 0L),
                    written.getOrDefault(ref, 0L) + blocked.getOrDefault(ref, 0L) + touches(request, ofThis),
                    handOvers(holders.getOrDefault(ref, List.of()))));
        });
    }

    private static long handOvers(List<String> holders) {
        return IntStream.range(1, holders.size())
                .filter(place -> !holders.get(place).equals(holders.get(place - 1)))
                .count();
    }

    private static long touches(RequestFact request, List<TaskFact> tasks) {
        return moved(request.promises())
                + tasks.stream()
                        .mapToLong(task -> moved(task.promises()) + (task.answer() == null ? 0 : 1))
                        .sum();
    }

    private static long moved(List<Instant> promises) {
        return Math.max(0, promises.size() - 1);
    }

    @Override
    public WorkingDays.TeamHours hours() {
        return workingDays.hours();
    }

    @Override
    @Transactional(readOnly = true)
    public MailLoad mails(Question question) {
        Set<RequestRef> asked =
                rows.requests(question, rows.promises(question.asOf())).keySet();
        Map<Long, Sent> mails = rows.mails(question.passed()).stream()
                .filter(sent -> asked.contains(sent.request()))
                .collect(Collectors.toMap(Sent::id, sent -> sent, (one, same) -> one));
        return new MailLoad(
                mails.size(),
                mails.values().stream()
                        .map(mail -> Map.entry(
                                mail.to(),
                                LocalDate.ofInstant(mail.at(), question.zone())
                                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))))
                        .distinct()
                        .count());
    }

    @Override
    public Map<RequestRef, List<OpenRequest.Holdup>> holdups(Question question) {
        return rows.holdups(question.asOf());
    }

    /** @param holders gets who had the tasks of each request, the first of them first */
    private List<TaskFact> tasks(
            Instant asOf,
            Map<RequestRef, RequestFact> requests,
            Promised promised,
            Map<RequestRef, List<String>> holders) {
        Map<String, TaskFact.Answer> answers = rows.answers(asOf);
        Map<String, Boolean> reviews = new HashMap<>();
        List<TaskFact> tasks = new ArrayList<>();
        history.tasks(asOf, task -> {
            RequestFact request = requests.get(task.request());
            if (request != null) {
                String assignee = task.assignee();
                if (assignee != null) {
                    holders.computeIfAbsent(request.ref(), none -> new ArrayList<>())
                            .add(assignee);
                }
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
        return new RecordedTask(
                UUID.fromString(task.id()),
                request,
                task.processId(),
                task.key(),
                task.name(),
                review,
                task.createdAt(),
                ended ? endedAt : null,
                ended && task.withdrawn(),
                promises,
                answer);
    }
}
