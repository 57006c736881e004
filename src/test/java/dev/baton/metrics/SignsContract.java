package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.baton.engine.UserTasks;
import dev.baton.engine.spi.OpenTask;
import dev.baton.models.Workflows;
import dev.baton.requests.Blockers;
import dev.baton.requests.Decision;
import dev.baton.requests.Decisions;
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
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Each sign made by hand, from work that is really done on the engine: docs/decisions/0101. */
@BatonTest
@ContextConfiguration(classes = OnlyMetrics.class)
@TestPropertySource(properties = {"baton.models=src/test/resources/models/poster", "baton.people=people.yaml"})
abstract class SignsContract {

    private static final EmailAddress PETRA = EmailAddress.of("petra@customer.example");
    private static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Each test has a year of its own, and in it weeks of January without a day off. */
    private static int year = 2045;

    private Instant monday;

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
    OnlyMetrics.Desk desk;

    @Autowired
    SignCounter signs;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void nextYear() {
        monday = LocalDate.of(year++, Month.JANUARY, 8)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
                .atTime(8, 0)
                .toInstant(ZoneOffset.UTC);
        clock.set(monday);
        closeAll();
    }

    @AfterEach
    void leaveNothing() {
        desk.promising = true;
        closeAll();
    }

    private void closeAll() {
        requests.list(new RequestFilter(RequestState.OPEN, null, null, null, null), null, 200)
                .items()
                .forEach(left -> requests.close(left.ref(), NADIA, "Left over by a test"));
    }

    @Test
    void aDateMovedWhenItIsNearIsASignAndOneMovedInTimeIsNot() {
        RequestRef inTime = drawn("Moved on Monday, due on Wednesday");
        RequestRef late = drawn("Moved on Wednesday");
        RequestRef kept = drawn("Left where it was");
        RequestRef done = drawn("Done on Monday");
        RequestRef earlier = drawn("Moved to an earlier date");
        move(inTime, days(20));
        decide(done, "done", NADIA);
        clock.jump(days(2));
        move(late, days(20));
        move(earlier, Duration.ofHours(3));
        clock.jump(days(5));

        Signs counted = signs.count(question());

        assertThat(counted.lastMoment().numerator()).isEqualTo(1);
        assertThat(counted.lastMoment().denominator())
                .as("late, kept, both dates of earlier, and what came after done, which was due on Tuesday")
                .isEqualTo(5);
        Signs.Moved row = signs.behind(question()).lastMoment().all().get(0);
        assertThat(row.request().ref()).isEqualTo(late);
        assertThat(row.task()).isEqualTo("Draw the poster");
        assertThat(row.due()).isEqualTo(monday.plus(days(2)).plus(Duration.ofHours(8)));
        assertThat(row.movedAt()).isEqualTo(monday.plus(days(2)));
        assertThat(task(kept).name()).isEqualTo("Draw the poster");
    }

    @Test
    void aDateMovedAfterItPassedWasNotMovedBeforeIt() {
        RequestRef ref = drawn("Moved when it was late");
        clock.jump(days(3));
        move(ref, days(20));
        clock.jump(days(1));

        assertThat(signs.count(question()).lastMoment())
                .extracting(Measure::numerator, Measure::denominator)
                .containsExactly(0L, 1L);
    }

    @Test
    void tasksWithoutADateAreCountedAmongAllThatReachedSomebody() {
        open("With a date");
        desk.promising = false;
        RequestRef ref = open("Without");
        clock.jump(days(1));

        assertThat(signs.count(question()).undated())
                .extracting(Measure::numerator, Measure::denominator)
                .containsExactly(1L, 2L);
        assertThat(signs.behind(question()).undated().all())
                .extracting(row -> row.request().ref())
                .containsExactly(ref);
    }

    @Test
    void fiveDecisionsOfOnePersonWithinTenMinutesAreABurst() {
        List<RequestRef> six =
                IntStream.range(0, 6).mapToObj(i -> open("Poster " + i)).toList();
        six.forEach(ref -> {
            decide(ref, "accept", NADIA);
            clock.jump(Duration.ofMinutes(2).plusSeconds(30));
        });
        clock.jump(Duration.ofHours(1));
        six.subList(0, 4).forEach(ref -> decide(ref, "done", NADIA));
        six.subList(4, 6).forEach(ref -> decide(ref, "done", PETRA));

        Signs counted = signs.count(question());

        assertThat(counted.bursts()).isEqualTo(1);
        assertThat(counted.inBursts())
                .extracting(Measure::numerator, Measure::denominator)
                .containsExactly(6L, 12L);
        assertThat(signs.behind(question()).bursts().all())
                .containsExactly(new Signs.Burst(monday, monday.plus(Duration.ofSeconds(750)), 6));
    }

    @Test
    void fiveDecisionsInMoreThanTenMinutesAreNone() {
        IntStream.range(0, 5).mapToObj(i -> open("Poster " + i)).toList().forEach(ref -> {
            decide(ref, "accept", NADIA);
            clock.jump(Duration.ofSeconds(151));
        });

        assertThat(signs.count(question()).inBursts())
                .extracting(Measure::numerator, Measure::denominator)
                .containsExactly(0L, 5L);
    }

    @Test
    void aBlockerRaisedShortlyBeforeTheDateAndHeldBeyondItIsASign() {
        RequestRef early = drawn("Blocked on Monday");
        RequestRef over = drawn("Blocked on Wednesday, lifted on Thursday");
        RequestRef lifted = drawn("Blocked on Wednesday, lifted in time");
        block(early);
        clock.jump(days(2));
        block(over);
        block(lifted);
        clock.jump(Duration.ofHours(2));
        lift(lifted);
        clock.jump(Duration.ofHours(22));
        lift(early);
        lift(over);
        RequestRef undecided = open("Its date is to come");
        block(undecided);
        clock.jump(Duration.ofHours(1));

        Signs counted = signs.count(question());

        assertThat(counted.pauses())
                .extracting(Measure::numerator, Measure::denominator)
                .containsExactly(1L, 3L);
        Signs.Pause row = signs.behind(question()).pauses().all().get(0);
        assertThat(row.request().ref()).isEqualTo(over);
        assertThat(row.raisedAt()).isEqualTo(monday.plus(days(2)));
        assertThat(row.liftedAt()).isEqualTo(monday.plus(days(3)));
        double hour = 3600;
        assertThat(counted.timeBlocked().numerator()).isCloseTo((72 + 24 + 2 + 1) * hour, within(1.0));
        assertThat(counted.timeBlocked().denominator()).isCloseTo((3 * 73 + 1) * hour, within(1.0));
        assertThat(counted.timeBlocked().isTooFew()).isTrue();
    }

    @Test
    void twoBlockersAtOnceStandStillOnce() {
        RequestRef ref = drawn("Blocked twice");
        block(ref);
        clock.jump(Duration.ofHours(1));
        block(ref);
        clock.jump(Duration.ofHours(1));
        blockers.of(ref).forEach(each -> blockers.lift(each.id(), NADIA));
        clock.jump(Duration.ofHours(2));

        Signs.Blocked row = signs.behind(question()).timeBlocked().all().get(0);
        assertThat(row.blocked()).isCloseTo(Duration.ofHours(2), Duration.ofSeconds(1));
        assertThat(row.open()).isCloseTo(Duration.ofHours(4), Duration.ofSeconds(1));
    }

    @Test
    void theSameQuestionHasTheSameSignsLater() {
        RequestRef ref = drawn("Spring");
        clock.jump(days(2));
        block(ref);
        clock.jump(days(1));
        Question question = question();
        Signs then = signs.count(question);

        clock.jump(days(1));
        lift(ref);
        move(ref, days(20));
        decide(ref, "done", NADIA);

        assertThat(signs.count(question)).isEqualTo(then);
        assertThat(then.pauses().numerator()).isEqualTo(1);
        assertThat(signs.count(question())).isNotEqualTo(then);
    }

    private Question question() {
        return new Question(
                Scope.ALL,
                new Period(monday, monday.plus(days(30))),
                clock.instant().plusMillis(1),
                BERLIN,
                true);
    }

    private RequestRef open(String title) {
        return requests.open(NewRequest.of(workflows.byKey("poster").orElseThrow(), title, PETRA, "Petra Klein"))
                .ref();
    }

    /** Accepted at once: somebody draws it until the second day, five in the afternoon. */
    private RequestRef drawn(String title) {
        RequestRef ref = open(title);
        decide(ref, "accept", NADIA);
        return ref;
    }

    private void move(RequestRef ref, Duration fromNow) {
        promises.make(ref, task(ref).id(), clock.instant().plus(fromNow), NADIA, "Something came up");
    }

    private void block(RequestRef ref) {
        blockers.raise(ref, task(ref).id(), "maria@example.com", "The contract is not signed", NADIA);
    }

    private void lift(RequestRef ref) {
        blockers.lift(blockers.of(ref).get(0).id(), NADIA);
    }

    private OpenTask task(RequestRef ref) {
        return desk.open.values().stream()
                .filter(task -> task.request().equals(ref))
                .findFirst()
                .orElseThrow();
    }

    private void decide(RequestRef ref, String outcome, EmailAddress by) {
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
                    by,
                    null,
                    clock.instant(),
                    "by a test"));
            tasks.complete(task.id(), by, Map.of(result, outcome));
        });
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}

class SignsOnH2Test extends SignsContract {}

@OnPostgres
class SignsOnPostgresTest extends SignsContract {}
