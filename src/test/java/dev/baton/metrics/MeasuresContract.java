package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.UserTasks;
import dev.baton.engine.spi.OpenTask;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.outbox.Digest;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.OutgoingMail;
import dev.baton.requests.Blockers;
import dev.baton.requests.Conversation;
import dev.baton.requests.Decision;
import dev.baton.requests.Decisions;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Promises;
import dev.baton.requests.Request;
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
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The measures from real work: requests opened, tasks done and moved, mails written, on the engine and the database. */
@BatonTest
@ContextConfiguration(classes = OnlyMetrics.class)
@TestPropertySource(properties = {"baton.models=src/test/resources/models/poster", "baton.people=people.yaml"})
abstract class MeasuresContract {

    private static final EmailAddress PETRA = EmailAddress.of("petra@customer.example");
    private static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

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
    Measures measures;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private static Instant monday = SettableClock.START.minus(Duration.ofDays(7));

    /** Each test has weeks of its own and nothing open, so that none sees what another left. */
    @BeforeEach
    void nextMonday() {
        requests.list(new RequestFilter(RequestState.OPEN, null, null, null, null), null, 200)
                .items()
                .forEach(left -> requests.close(left.ref(), NADIA, "Left over by another test"));
        monday = monday.plus(Duration.ofDays(70));
        clock.set(monday);
    }

    @Test
    void workDoneInTimeIsReliable() {
        RequestRef ref = open("Spring");
        decide(ref, "accept");
        decide(ref, "done");
        decide(ref, "approve");
        clock.jump(Duration.ofDays(7));

        Report report = report();

        assertThat(report.reliability().numerator()).isEqualTo(3);
        assertThat(report.reliability().denominator()).isEqualTo(3);
        assertThat(report.coverage().denominator()).isEqualTo(3);
        assertThat(report.reviewTime().completed().n()).isEqualTo(1);
        assertThat(report.cycleTime().completed().p50()).isZero();
        assertThat(report.intakeClarity().numerator()).isEqualTo(1);
        assertThat(report.touchesPerRequest().numerator()).isEqualTo(3);
    }

    @Test
    void openLateWorkCountsAsLateAndAMovedDateHidesItOnlyFromTheCurrentRate() {
        RequestRef waits = open("Spring");
        RequestRef moved = open("Summer");
        Instant later = monday.plus(Duration.ofDays(60));
        promises.make(moved, task(moved).id(), later, NADIA, "Nadia is ill");
        clock.jump(Duration.ofDays(7));

        Report report = report();

        assertThat(task(waits).name()).isEqualTo("Check the brief");
        assertThat(report.reliability().numerator()).isZero();
        assertThat(report.reliability().denominator()).isEqualTo(2);
        assertThat(report.lateRate().current().denominator()).isEqualTo(1);
        assertThat(report.lateRate().current().numerator()).isEqualTo(1);
        assertThat(report.lateRate().completedOnly().denominator()).isZero();
        assertThat(report.slipRate().numerator()).isEqualTo(1);
    }

    @Test
    void whatIsClosedInTimeIsNotHeldAgainstAnybody() {
        RequestRef ref = open("Spring");
        requests.close(ref, NADIA, "completed");
        clock.jump(Duration.ofDays(7));

        assertThat(report().reliability().denominator()).isZero();
        assertThat(report().withdrawn().numerator()).isEqualTo(1);
    }

    @Test
    void twoRoundsOfReviewAreOneReview() {
        RequestRef ref = open("Spring");
        decide(ref, "accept");
        decide(ref, "done");
        clock.jump(Duration.ofDays(1));
        decide(ref, "changes");
        clock.jump(Duration.ofDays(2));
        decide(ref, "done");
        clock.jump(Duration.ofDays(3));
        decide(ref, "approve");

        Report report = report();

        assertThat(report.reviewTime().completed().p50()).isEqualTo(days(6));
        assertThat(report.firstResponse().completed().p50()).isEqualTo(days(1));
        assertThat(report.reviewRounds().value()).isEqualTo(2);
    }

    @Test
    void theSameQuestionHasTheSameAnswerLater() {
        RequestRef ref = open("Spring");
        decide(ref, "ask");
        clock.jump(Duration.ofDays(3));
        blockers.raise(ref, null, "LAUNCH-9", "The venue is not known", NADIA);
        Question question = question(true);
        Report then = measures.answer(question).report();

        clock.jump(Duration.ofDays(1));
        promises.make(ref, task(ref).id(), monday.plus(Duration.ofDays(40)), NADIA, "Later");
        conversation.add(ref, said("Any news?"));
        decide(ref, "accept");
        decide(ref, "done");
        decide(ref, "approve");

        assertThat(measures.answer(question).report()).isEqualTo(then);
        assertThat(report()).isNotEqualTo(then);
        assertThat(then.clarificationMails().numerator()).isEqualTo(1);
    }

    @Test
    void aRequesterHearsNothingForAWeekAndAsks() {
        RequestRef ref = open("Spring");
        clock.jump(Duration.ofDays(6));
        assertThat(report().visibility().numerator()).isEqualTo(1);

        clock.jump(Duration.ofDays(2));
        conversation.add(ref, said("Where is my poster, please?"));
        conversation.add(ref, said("The new logo is attached."));
        clock.jump(Duration.ofHours(1));

        Report report = report();
        assertThat(report.visibility().numerator()).isZero();
        assertThat(report.visibility().denominator()).isEqualTo(1);
        assertThat(report.statusQuestions().numerator()).isEqualTo(1);
        assertThat(report.statusQuestions().value()).isEqualTo(100);
        assertThat(report.mailsPerPersonAndWeek().numerator()).isPositive();
    }

    @Test
    void examplesCountOnlyWhereTheyAreWanted() {
        requests.open(asked("Spring").asExample());
        open("Summer");
        clock.jump(Duration.ofDays(7));

        assertThat(report().madeUp()).isEqualTo(1);
        assertThat(report().reliability().denominator()).isEqualTo(2);
        Report without = measures.answer(question(false)).report();
        assertThat(without.madeUp()).isZero();
        assertThat(without.reliability().denominator()).isEqualTo(1);
    }

    @Test
    void whatIsBlockedSaysOnWhom() {
        RequestRef ref = open("Spring");
        clock.jump(Duration.ofHours(1));
        blockers.raise(ref, null, "maria@example.com", "The contract is not signed", NADIA);

        OpenRequest open = measures.answer(question(true)).open().stream()
                .filter(each -> each.request().ref().equals(ref))
                .findFirst()
                .orElseThrow();

        assertThat(open.attention()).contains(OpenRequest.Attention.BLOCKED);
        assertThat(open.holdups()).extracting(OpenRequest.Holdup::on).containsExactly("maria@example.com");
        assertThat(open.waiting()).extracting(TaskFact::name).containsExactly("Check the brief");
    }

    @Test
    void anotherWorkflowsNumbersAreNotInThese() {
        open("Spring");
        clock.jump(Duration.ofDays(7));
        Question other =
                new Question(Scope.of("launch"), new Period(monday, clock.instant()), clock.instant(), BERLIN, true);

        assertThat(measures.answer(other).report().coverage().denominator()).isZero();
    }

    @Test
    void aDigestIsOneMailHoweverMuchItTellsAndTellsItsReader() {
        RequestRef one = open("Spring");
        RequestRef two = open("Summer");
        clock.jump(Duration.ofDays(8));
        assertThat(report().visibility().numerator()).isZero();
        long before = report().mailsPerPersonAndWeek().numerator();
        transaction.executeWithoutResult(status -> told(one, two));
        clock.jump(Duration.ofHours(1));

        Report report = report();
        assertThat(report.mailsPerPersonAndWeek().numerator()).isEqualTo(before + 1);
        assertThat(report.visibility().numerator()).isEqualTo(2);
    }

    /** One mail about each was held, and told in a digest that left now. */
    private void told(RequestRef... requests) {
        long digest = outbox.enqueue(OutgoingMail.to(PETRA, Digest.TEMPLATE, Map.of()))
                .id();
        for (RequestRef ref : requests) {
            long held = outbox.enqueue(
                            OutgoingMail.to(PETRA, "a-message", Map.of()).about(ref))
                    .id();
            jdbc.sql("update outbox_mail set state = 'digested', digest = ? where id = ?")
                    .params(digest, held)
                    .update();
            jdbc.sql("insert into outbox_digest_about (mail, request) values (?, ?)")
                    .params(digest, ref.toString())
                    .update();
        }
    }

    @Test
    void whatWasNotSentCostNobodyAMail() {
        open("Spring");
        long before = report().mailsPerPersonAndWeek().numerator();
        transaction.executeWithoutResult(status ->
                outbox.enqueue(OutgoingMail.to(PETRA, "a-message", Map.of()).about(open("Summer"))));
        jdbc.sql("update outbox_mail set state = 'dropped' where state = 'queued'")
                .update();

        assertThat(report().mailsPerPersonAndWeek().numerator()).isEqualTo(before);
    }

    private Report report() {
        outbox.countAsSent(jdbc.sql("select id from outbox_mail where state = 'queued'")
                .query(Long.class)
                .list());
        return measures.answer(question(true)).report();
    }

    private Question question(boolean examples) {
        Instant now = clock.instant();
        return new Question(
                Scope.ALL, new Period(monday, monday.plus(Duration.ofDays(30))), now.plusMillis(1), BERLIN, examples);
    }

    private RequestRef open(String title) {
        Request request = requests.open(asked(title));
        return request.ref();
    }

    private NewRequest asked(String title) {
        Workflow poster = workflows.byKey("poster").orElseThrow();
        return NewRequest.of(poster, title, PETRA, "Petra Klein");
    }

    private OpenTask task(RequestRef ref) {
        return desk.open.values().stream()
                .filter(task -> task.request().equals(ref))
                .findFirst()
                .orElseThrow();
    }

    private void decide(RequestRef ref, String outcome) {
        OpenTask task = task(ref);
        String result = workflows.task(task.definitionId(), task.key()).result();
        transaction.executeWithoutResult(status -> {
            decisions.record(new Decision(
                    task.id(),
                    ref,
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
            tasks.complete(task.id(), NADIA, Map.of(result, outcome));
        });
    }

    private IncomingMessage said(String text) {
        return new IncomingMessage(PETRA, "Petra Klein", text, "", clock.instant(), null, null);
    }

    private static double days(int days) {
        return days * 86_400.0;
    }
}

class MeasuresOnH2Test extends MeasuresContract {}

@OnPostgres
class MeasuresOnPostgresTest extends MeasuresContract {}
