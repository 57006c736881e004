package dev.baton.metrics;

import dev.baton.models.Outcome;
import dev.baton.models.TaskDetails;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.outbox.Digest;
import dev.baton.shared.RequestRef;
import dev.baton.shared.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The facts, kept in memory and brought up to date before each question: what has happened never changes, so a node reads
 * each row once. A question about a quarter looks at the requests of that quarter and at nothing else
 * (docs/decisions/0098).
 */
@Component
class StoredFacts implements FactSource, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StoredFacts.class);

    private static final int MANY = 10_000;
    static final int WARM_UPS = 10;
    private static final Duration QUARTER = Duration.ofDays(90);
    private static final String APPROVE = "approve";

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final Workflows workflows;
    private final RecordedRows rows;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, StoredRequest> requests = new LinkedHashMap<>();
    private final Map<String, Step> steps = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Optional<Integer>> versions = new HashMap<>();
    private final SentMails mails = new SentMails();
    private final Set<String> unknown = new HashSet<>();
    private boolean found;
    private List<NewRows> tables;
    private volatile boolean running;

    StoredFacts(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Workflows workflows,
            RecordedRows rows,
            WorkingDays workingDays,
            Clock clock) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshot.setReadOnly(true);
        this.workflows = workflows;
        this.rows = rows;
        this.workingDays = workingDays;
        this.clock = clock;
        this.tables = tables();
    }

    private List<NewRows> tables() {
        return List.of(
                new NewRows("""
                        select f.id, f.request, f.what, f.at, f.workflow, f.definition_id, f.team, f.made_up, r.title, r.campaign
                        from fact_request f join request r on r.ref = f.request""", this::request),
                new NewRows(
                        "select f.id, f.request, f.what, f.at, f.task_id, f.process_id, f.definition_id, f.step,"
                                + " f.holder from fact_task f",
                        this::task),
                new NewRows("select f.id, f.request, f.task_id, f.made_at, f.due from fact_promise f", this::promise),
                new NewRows(
                        "select f.id, f.request, f.task_id, f.what, f.outcome, f.pass, f.by_whom, f.at from fact_touch f",
                        this::touch),
                new NewRows(
                        "select f.id, f.mail, f.request, f.template, f.recipient, f.requester, f.sent_at from fact_notification f",
                        this::mail));
    }

    /** Before the first question comes in. */
    @Override
    public void start() {
        refresh();
        warmUp();
        running = true;
    }

    /** Whether there is so much to count that the first question had to wait for the compiler. */
    boolean isLarge() {
        return requests.size() > MANY;
    }

    /** The first question is not to wait for the compiler where there is much to count. */
    private void warmUp() {
        Instant now = clock.instant();
        for (int turn = 0; turn < WARM_UPS && isLarge(); turn++) {
            Answer answer = new Answer(
                    this, new Question(Scope.ALL, new Period(now.minus(QUARTER), now), now, ZoneOffset.UTC, true));
            answer.report();
            answer.open();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before pages are served, which come last. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void read(Question question, Consumer<Work> each) {
        long asOf = question.asOf().toEpochMilli();
        readStored(question, request -> each.accept(request.work(asOf)));
    }

    /** The same, as they are kept: with what came after the question's moment, and with when each promise was made. */
    void readStored(Question question, Consumer<StoredRequest> each) {
        long from = question.passed().from().toEpochMilli();
        long to = question.passed().to().toEpochMilli() + 1;
        long asOf = question.asOf().toEpochMilli();
        read(question, request -> request.matters(from, to, asOf), each);
    }

    @Override
    public void readCampaign(Question question, String campaign, Consumer<Work> each) {
        long asOf = question.asOf().toEpochMilli();
        read(
                question,
                request -> campaign.equals(request.campaign) && request.openedAt <= asOf,
                request -> each.accept(request.work(asOf)));
    }

    @Override
    public void readOpen(Question question, Consumer<Work> each) {
        long asOf = question.asOf().toEpochMilli();
        read(
                question,
                request -> request.openedAt <= asOf && request.endedAt > asOf,
                request -> each.accept(request.work(asOf)));
    }

    private void read(Question question, Predicate<StoredRequest> wanted, Consumer<StoredRequest> each) {
        refresh();
        lock.readLock().lock();
        try {
            for (StoredRequest request : requests.values()) {
                if (wanted.test(request) && isAskedFor(request, question)) {
                    each.accept(request);
                }
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    private static boolean isAskedFor(StoredRequest request, Question question) {
        long asOf = question.asOf().toEpochMilli();
        return question.scope().has(request.workflow, request.campaign)
                && question.scope().hasIn(Since.at(request.team, asOf), Since.at(request.version, asOf))
                && (question.examples() || !request.madeUp);
    }

    /**
     * By workflow, as it stood at the moment: the latest requests on which work had begun, as many as it takes until so many
     * of them were delivered, and of those before them all that were open; and each delivery since.
     */
    Map<String, Begun> begun(Instant moment, boolean examples, int delivered, Instant since) {
        refresh();
        long asOf = moment.toEpochMilli();
        lock.readLock().lock();
        try {
            Map<String, List<StoredRequest>> begun = new HashMap<>();
            for (StoredRequest request : requests.values()) {
                if (request.begunAt <= asOf && (examples || !request.madeUp)) {
                    begun.computeIfAbsent(request.workflow, none -> new ArrayList<>())
                            .add(request);
                }
            }
            Map<String, Begun> known = new HashMap<>();
            begun.forEach((workflow, all) -> known.put(
                    workflow, new Begun(latest(all, asOf, delivered), deliveries(all, asOf, since.toEpochMilli()))));
            return known;
        } finally {
            lock.readLock().unlock();
        }
    }

    private static List<Lifetime> latest(List<StoredRequest> all, long asOf, int delivered) {
        List<Lifetime> latest = new ArrayList<>();
        int found = 0;
        for (int place = all.size() - 1; place >= 0; place--) {
            StoredRequest request = all.get(place);
            if (found < delivered || request.endedAt > asOf) {
                latest.add(request.lifetime(asOf));
                found += request.deliveredBy(asOf) ? 1 : 0;
            }
        }
        Collections.reverse(latest);
        return latest;
    }

    private static long[] deliveries(List<StoredRequest> all, long asOf, long since) {
        return all.stream()
                .filter(request -> request.endedAt >= since && request.deliveredBy(asOf))
                .mapToLong(request -> request.endedAt)
                .sorted()
                .toArray();
    }

    @Override
    public WorkingDays.TeamHours hours() {
        return workingDays.hours();
    }

    @Override
    public MailLoad mails(Question question) {
        long asOf = question.asOf().toEpochMilli();
        lock.readLock().lock();
        try {
            return mails.load(question, request -> isAskedFor(request, question) && request.openedAt <= asOf);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Tells how many mails each person got in each week in which they got any. */
    void mailsByWeek(Question question, SentMails.Week each) {
        refresh();
        long asOf = question.asOf().toEpochMilli();
        lock.readLock().lock();
        try {
            mails.byWeek(question, request -> isAskedFor(request, question) && request.openedAt <= asOf, each);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public Map<RequestRef, List<OpenRequest.Holdup>> holdups(Question question) {
        return rows.holdups(question.asOf());
    }

    /** Reads what has been written since the last time, all tables as they stand at one moment. */
    void refresh() {
        lock.writeLock().lock();
        try {
            snapshot.executeWithoutResult(status -> readNew());
        } catch (RuntimeException halfRead) {
            forget();
            throw halfRead;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Where what was missing has come by now, what was left out for it is read again. */
    private void readNew() {
        tables.forEach(table -> table.read(jdbc));
        if (found) {
            forget();
            tables.forEach(table -> table.read(jdbc));
            found = false;
        }
    }

    /** What was read in part is read again from the beginning. */
    private void forget() {
        requests.clear();
        mails.clear();
        unknown.clear();
        tables = tables();
    }

    private void request(ResultSet row) throws SQLException {
        String ref = row.getString("request");
        long at = millis(row, "at");
        String what = row.getString("what");
        if (what.equals("opened")) {
            found |= unknown.remove(ref);
            requests.put(
                    ref,
                    new StoredRequest(
                            RequestRef.of(ref),
                            row.getString("title"),
                            word(row.getString("workflow")),
                            row.getString("campaign") == null ? null : word(row.getString("campaign")),
                            at,
                            row.getString("definition_id") == null,
                            row.getBoolean("made_up")));
        }
        if (what.equals("version")) {
            with(row, request -> request.begunAt = Math.min(request.begunAt, at));
            return;
        }
        String definitionId = row.getString("definition_id");
        if (definitionId != null) {
            with(
                    row,
                    request -> version(definitionId)
                            .ifPresent(version -> request.version = new Since<>(version, at, request.version)));
        }
        String team = row.getString("team");
        if (team != null) {
            with(row, request -> request.team = new Since<>(word(team), at, request.team));
        }
        if (what.equals("delivered") || what.equals("closed")) {
            with(row, request -> {
                request.endedAt = at;
                request.delivered = what.equals("delivered");
                request.seen(at);
            });
        }
    }

    private void task(ResultSet row) throws SQLException {
        with(row, request -> task(row, request));
    }

    private void task(ResultSet row, StoredRequest request) throws SQLException {
        String id = row.getString("task_id");
        long at = millis(row, "at");
        TaskEvent event = TaskEvent.of(row.getString("what"));
        request.seen(at);
        switch (event) {
            case CREATED -> {
                found |= unknown.remove(id);
                request.tasks.add(new StoredTask(
                        UUID.fromString(id),
                        request.shared(row.getString("process_id")),
                        step(row.getString("definition_id"), row.getString("step")),
                        at));
            }
            case MOVED -> {
                Step step = step(row.getString("definition_id"), row.getString("step"));
                with(request, id, task -> task.step = step);
            }
            case DONE, WITHDRAWN ->
                with(request, id, task -> {
                    task.endedAt = at;
                    task.withdrawn = event == TaskEvent.WITHDRAWN;
                });
            case CHANGED -> {
                // Only who has it is changed.
            }
        }
        String holder = row.getString("holder");
        if (holder != null && event != TaskEvent.MOVED) {
            request.with(number(holder), at);
        }
    }

    private void promise(ResultSet row) throws SQLException {
        with(row, request -> {
            String id = row.getString("task_id");
            long madeAt = millis(row, "made_at");
            long due = millis(row, "due");
            request.seen(due);
            if (id == null) {
                request.promises.add(madeAt, due);
            } else {
                with(request, id, task -> task.promises.add(madeAt, due));
            }
        });
    }

    private void touch(ResultSet row) throws SQLException {
        with(row, request -> touch(row, request));
    }

    private void touch(ResultSet row, StoredRequest request) throws SQLException {
        long at = millis(row, "at");
        request.seen(at);
        switch (row.getString("what")) {
            case "decided" -> {
                String id = row.getString("task_id");
                String pass = row.getString("pass");
                String outcome = word(row.getString("outcome"));
                int decider = number(row.getString("by_whom"));
                with(request, id, task -> {
                    task.answered(outcome, id.equals(pass) ? null : word(pass), at);
                    task.decider = decider;
                });
            }
            case "question" -> request.questions.add(at);
            case "asked" -> {
                request.statusQuestions.add(at);
                request.touches.add(at);
            }
            default -> request.touches.add(at);
        }
    }

    private void mail(ResultSet row) throws SQLException {
        if (row.getString("request") == null) {
            return;
        }
        with(row, request -> {
            long sentAt = millis(row, "sent_at");
            boolean digest = Digest.TEMPLATE.equals(row.getString("template"));
            mails.add(digest ? row.getLong("mail") : 0, request, word(row.getString("recipient")), sentAt);
            if (row.getBoolean("requester")) {
                request.told.add(sentAt);
            }
        });
    }

    /** Which version of its workflow that is; empty where it is not there any more. */
    private Optional<Integer> version(String definitionId) {
        return versions.computeIfAbsent(
                definitionId, unread -> workflows.version(definitionId).map(Workflow::version));
    }

    private Step step(String definitionId, String key) {
        return steps.computeIfAbsent(definitionId + "/" + key, unread -> {
            try {
                TaskDetails details = workflows.task(definitionId, key);
                List<Outcome> outcomes = details.outcomes();
                return new Step(
                        definitionId,
                        key,
                        details.name(),
                        outcomes.size() > 1
                                && outcomes.stream()
                                        .anyMatch(outcome -> outcome.value().equals(APPROVE)));
            } catch (NoSuchElementException gone) {
                return new Step(definitionId, key, key, false);
            }
        });
    }

    /** The same number for the same person, from 1. */
    private int number(String pseudonym) {
        return numbers.computeIfAbsent(pseudonym, one -> numbers.size() + 1);
    }

    /** The same text object for the same text. */
    private String word(String text) {
        return words.computeIfAbsent(text, one -> one);
    }

    /** Does something with the request of this row; a fact of a request that nobody opened says nothing. */
    private void with(ResultSet row, Reading reading) throws SQLException {
        String ref = row.getString("request");
        StoredRequest request = requests.get(ref);
        if (request == null) {
            unknown.add(ref);
            log.warn("Fact {} is about {}, which is not known", row.getLong("id"), ref);
        } else {
            reading.read(request);
        }
    }

    private void with(StoredRequest request, String task, Consumer<StoredTask> doing) {
        request.task(UUID.fromString(task)).ifPresentOrElse(doing, () -> {
            unknown.add(task);
            log.warn("A fact is about a task of {} that is not known", request.ref);
        });
    }

    /** Takes a row in. */
    private interface Reading {

        void read(StoredRequest request) throws SQLException;
    }

    private static long millis(ResultSet row, String column) throws SQLException {
        return Rows.instant(row, column).toEpochMilli();
    }
}
