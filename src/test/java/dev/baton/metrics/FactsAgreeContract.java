package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.UserTasks;
import dev.baton.engine.spi.OpenTask;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.people.People;
import dev.baton.requests.Blockers;
import dev.baton.requests.Conversation;
import dev.baton.requests.Decision;
import dev.baton.requests.Decisions;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Promises;
import dev.baton.requests.RequestFilter;
import dev.baton.requests.RequestState;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Histories made at random, on the real engine: the facts, the engine's history and {@link CountedByHand} give the same
 * numbers, in zones whose clocks change at other times.
 */
@BatonTest
@ContextConfiguration(classes = OnlyMetrics.class)
@TestPropertySource(properties = {"baton.models=src/test/resources/models/poster", "baton.people=people.yaml"})
abstract class FactsAgreeContract {

    private static final EmailAddress PETRA = EmailAddress.of("petra@customer.example");
    private static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");

    /** Northern and southern summer time, half an hour of it, and none; offsets of half an hour. */
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Asia/Kolkata"));

    private static int year = 2031;

    @Autowired
    Requests requests;

    @Autowired
    Workflows workflows;

    @Autowired
    UserTasks tasks;

    @Autowired
    Promises promises;

    @Autowired
    Decisions decisions;

    @Autowired
    Blockers blockers;

    @Autowired
    Conversation conversation;

    @Autowired
    OnlyMetrics.Desk desk;

    @Autowired
    StoredFacts stored;

    @Autowired
    HistoryFacts history;

    @Autowired
    People people;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private Random random = new Random();
    private CountedByHand byHand = new CountedByHand();

    @BeforeEach
    void nothingIsOpen() {
        requests.list(new RequestFilter(RequestState.OPEN, null, null, null, null), null, 200)
                .items()
                .forEach(left -> requests.close(left.ref(), NADIA, "Left over by another test"));
        year++;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void threeWaysGiveTheSameNumbers(long seed) {
        random = new Random(seed);
        byHand = new CountedByHand();
        LocalDate begin = seed % 2 == 0 ? LocalDate.of(year, 3, 10) : LocalDate.of(year, 10, 10);
        clock.set(begin.atStartOfDay(ZoneId.of("UTC")).toInstant());
        for (int step = 0; step < 60; step++) {
            clock.jump(Duration.ofMillis(
                    (long) (random.nextDouble() * Duration.ofHours(18).toMillis())));
            somethingHappens();
        }
        for (ZoneId zone : ZONES) {
            for (int i = 0; i < 6; i++) {
                agree(question(begin, zone));
            }
        }
    }

    private void somethingHappens() {
        List<CountedByHand.Work> open =
                byHand.works.stream().filter(work -> work.endedAt == null).toList();
        if (open.size() < 2 || random.nextInt(8) == 0) {
            opens();
            return;
        }
        CountedByHand.Work work = open.get(random.nextInt(open.size()));
        CountedByHand.Step step = work.steps.get(work.steps.size() - 1);
        switch (random.nextInt(12)) {
            case 0 -> closes(work);
            case 1 -> movesRequest(work);
            case 2, 3, 4 -> movesTask(work, step);
            case 5 -> writes(work);
            case 6 -> isHeldUp(work);
            default -> decides(work, step);
        }
    }

    private void opens() {
        Workflow poster = workflows.byKey("poster").orElseThrow();
        RequestRef ref = requests.open(NewRequest.of(poster, "Poster", PETRA, "Petra Klein"))
                .ref();
        CountedByHand.Work work = new CountedByHand.Work(ref, clock.instant());
        work.promises.add(clock.instant());
        byHand.works.add(work);
        reached(work);
    }

    /** Of this request there is never more than one task at a time. */
    private void reached(CountedByHand.Work work) {
        desk.open.values().stream()
                .filter(task -> task.request().equals(work.ref))
                .forEach(task -> work.steps.add(new CountedByHand.Step(
                        task.id(), task.key().equals("look"), task.assignee(), clock.instant(), task.dueAt())));
    }

    private void closes(CountedByHand.Work work) {
        requests.close(work.ref, NADIA, "Not wanted any more");
        CountedByHand.Step last = work.steps.get(work.steps.size() - 1);
        last.endedAt = clock.instant();
        last.withdrawn = true;
        work.endedAt = clock.instant();
    }

    private void movesRequest(CountedByHand.Work work) {
        Instant due = clock.instant().plus(Duration.ofHours(random.nextInt(200)));
        promises.make(work.ref, null, due, NADIA, "It takes longer");
        work.promises.add(clock.instant());
    }

    /** Earlier as well as later, before it is due as well as long after. */
    private void movesTask(CountedByHand.Work work, CountedByHand.Step step) {
        Instant due = clock.instant().plus(Duration.ofHours(random.nextInt(120) - 30));
        transaction.executeWithoutResult(status -> {
            promises.make(work.ref, step.id, due, NADIA, "Another date");
            tasks.due(step.id, due, NADIA);
        });
        step.promised(clock.instant(), due);
    }

    private void writes(CountedByHand.Work work) {
        boolean asks = random.nextBoolean();
        conversation.add(
                work.ref,
                new IncomingMessage(
                        PETRA,
                        "Petra Klein",
                        asks ? "Where is my poster, please?" : "The new logo is attached.",
                        "",
                        clock.instant(),
                        null,
                        null));
        work.written.add(clock.instant());
        if (asks) {
            work.statusQuestions.add(clock.instant());
        }
    }

    private void isHeldUp(CountedByHand.Work work) {
        blockers.raise(work.ref, null, "maria@example.com", "The contract is not signed", NADIA);
        work.written.add(clock.instant());
    }

    private void decides(CountedByHand.Work work, CountedByHand.Step step) {
        OpenTask task = desk.open.get(step.id);
        String outcome = switch (task.key()) {
            case "check" -> random.nextInt(4) == 0 ? "ask" : "accept";
            case "draw" -> "done";
            default -> random.nextInt(3) == 0 ? "changes" : "approve";
        };
        transaction.executeWithoutResult(status -> {
            decisions.record(new Decision(
                    task.id(),
                    work.ref,
                    task.processInstance(),
                    task.round(),
                    task.name(),
                    outcome,
                    outcome,
                    "",
                    NADIA,
                    null,
                    clock.instant(),
                    "by a test"));
            String result = workflows.task(task.definitionId(), task.key()).result();
            tasks.complete(task.id(), NADIA, Map.of(result, outcome));
        });
        step.endedAt = clock.instant();
        step.outcome = outcome;
        if (outcome.equals("approve")) {
            work.endedAt = clock.instant();
        } else {
            reached(work);
        }
    }

    private Question question(LocalDate begin, ZoneId zone) {
        Instant now = clock.instant();
        LocalDate from = begin.plusDays(random.nextInt(12) - 3);
        Instant start = from.atStartOfDay(zone).toInstant();
        Instant end = from.plusDays(1 + random.nextInt(30)).atStartOfDay(zone).toInstant();
        Instant asOf = start.plus(Duration.ofMillis(1
                + (long) (random.nextDouble()
                        * Math.max(1, Duration.between(start, now).toMillis()))));
        return new Question(Scope.ALL, new Period(start, end), asOf.isAfter(now) ? now : asOf, zone, true);
    }

    private void agree(Question question) {
        Report facts = new Answer(stored, question).report();
        Report recorded = new Answer(history, question).report();

        assertThat(facts).as("%s", question).isEqualTo(recorded);
        byHand.agreesWith(facts, question, people.defaultCalendar());
    }
}

class FactsAgreeOnH2Test extends FactsAgreeContract {}

@OnPostgres
class FactsAgreeOnPostgresTest extends FactsAgreeContract {}
