package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.UserTasks;
import dev.baton.engine.spi.OpenTask;
import dev.baton.models.Models;
import dev.baton.models.Workflows;
import dev.baton.requests.Blockers;
import dev.baton.requests.DeliveryForecast;
import dev.baton.requests.DeliveryForecast.Ground;
import dev.baton.requests.DeliveryForecasts;
import dev.baton.requests.Dependencies;
import dev.baton.requests.NewRequest;
import dev.baton.requests.RequestFilter;
import dev.baton.requests.RequestState;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Dropped;
import dev.baton.testkit.OnPostgres;
import dev.baton.testkit.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** By when leaflets are delivered, after two dozen that took up to four days each; posters are other tests' work. */
@BatonTest
@ContextConfiguration(classes = OnlyMetrics.class)
@TestPropertySource(properties = {"baton.models=src/test/resources/models/poster", "baton.people=people.yaml"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ForecastsContract {

    private static final EmailAddress PETRA = EmailAddress.of("petra@customer.example");
    private static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int DELIVERED = 24;

    @Autowired
    Requests requests;

    @Autowired
    Models models;

    @Autowired
    Workflows workflows;

    @Autowired
    UserTasks tasks;

    @Autowired
    Blockers blockers;

    @Autowired
    Dependencies dependencies;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DeliveryForecasts now;

    @Autowired
    Forecasts forecasts;

    @Autowired
    OnlyMetrics.Desk desk;

    @Autowired
    SettableClock clock;

    private Instant before = Instant.EPOCH;

    @BeforeAll
    void twoDozenLeafletsInAsManyWeeks() throws IOException {
        before = clock.instant();
        String poster = Files.readString(Path.of("src/test/resources/models/poster/poster.bpmn"));
        String model = poster.replace("POSTER", "LEAFLET")
                .replace("\"poster", "\"leaflet")
                .replace("name=\"default\" value=\"true\"", "name=\"default\" value=\"false\"");
        Dropped.into(models, "leaflet.bpmn", model.getBytes(StandardCharsets.UTF_8));
        clock.set(Instant.parse("2031-01-06T08:00:00Z"));
        closeAll();
        for (int week = 0; week < DELIVERED; week++) {
            nextMonday();
            RequestRef leaflet = open();
            clock.jump(Duration.ofHours(2 + 24L * (week % 4)));
            deliver(leaflet);
        }
    }

    @AfterAll
    void backToTheTimeOfTheOtherTests() {
        closeAll();
        clock.set(before);
    }

    @BeforeEach
    void nothingIsOpenOnANewMonday() {
        closeAll();
        nextMonday();
    }

    @Test
    void withNothingInItsWayItIsJudgedByItsLikes() {
        RequestRef leaflet = open();

        DeliveryForecast forecast = said(leaflet);

        assertThat(forecast.ground()).isEqualTo(Ground.LENGTHS);
        assertThat(forecast.cases()).isGreaterThanOrEqualTo(DELIVERED);
        assertThat(days(forecast)).isBetween(0L, 4L);
        assertThat(forecast.heldUp()).isFalse();
    }

    @Test
    void whatWaitsForAnotherComesAfterIt() {
        RequestRef first = open();
        RequestRef second = open();
        RequestRef third = open();
        waits(second, first);
        waits(third, second);

        assertThat(said(second).ground()).isEqualTo(Ground.OTHERS);
        assertThat(said(second).waitsFor()).containsExactly(first);
        assertThat(said(second).date().orElseThrow()).isAfter(said(first).date().orElseThrow());
        assertThat(said(third).date().orElseThrow()).isAfter(said(second).date().orElseThrow());
    }

    @Test
    void whatWaitsForSomethingThatWillNotComeHasNoDate() {
        RequestRef first = open();
        RequestRef second = open();
        RequestRef third = open();
        waits(second, first);
        waits(third, second);
        requests.close(first, NADIA, "Not needed");

        assertThat(said(second).ground()).isEqualTo(Ground.NEVER);
        assertThat(said(second).by()).isNull();
        assertThat(said(third).ground()).isEqualTo(Ground.UNKNOWN);
    }

    @Test
    void whatWaitsOnSomebodySaysThatNobodyKnowsForHowLong() {
        RequestRef leaflet = open();
        blockers.raise(leaflet, null, "maria@example.com", "The contract is not signed", NADIA);

        assertThat(said(leaflet).heldUp()).isTrue();
        assertThat(said(leaflet).by()).isNotNull();
    }

    @Test
    void whatOutlastsAllOthersHasNoDate() {
        RequestRef leaflet = open();
        clock.jump(Duration.ofDays(70));

        assertThat(said(leaflet).ground()).isEqualTo(Ground.OUTLASTED);
        assertThat(said(leaflet).by()).isNull();
    }

    @Test
    void aQueueThatIsLongerThanEverIsCountedToo() {
        for (int number = 0; number < 7; number++) {
            open();
        }
        clock.jump(Duration.ofMinutes(2));
        RequestRef last = open();

        DeliveryForecast forecast = said(last);

        assertThat(forecast.ground()).isEqualTo(Ground.QUEUE);
        assertThat(days(forecast)).isGreaterThan(14);
    }

    /** Once the other one is delivered, and as long as a promise is later than the date, nothing is in danger. */
    @Test
    void aDependencyThatEndsMovesTheDateBack() {
        RequestRef first = open();
        RequestRef second = open();
        waits(second, first);
        Instant waiting = said(second).date().orElseThrow();
        clock.jump(Duration.ofMinutes(2));
        deliver(first);

        DeliveryForecast forecast = said(second);

        assertThat(forecast.ground()).isEqualTo(Ground.LENGTHS);
        assertThat(forecast.date().orElseThrow()).isBefore(waiting);
        assertThat(forecast.endangers(forecast.by())).isFalse();
        assertThat(forecast.endangers(Objects.requireNonNull(forecast.by()).minusSeconds(1)))
                .isTrue();
        assertThat(forecast.endangers(null)).isFalse();
    }

    @Test
    void theSameQuestionHasTheSameAnswerLater() {
        RequestRef first = open();
        RequestRef second = open();
        waits(second, first);
        Question question = question();
        Map<RequestRef, DeliveryForecast> then = forecasts.open(question);
        Trials trials = forecasts.trials(question);
        clock.jump(Duration.ofDays(1));
        deliver(first);
        open();

        assertThat(forecasts.open(question)).isEqualTo(then);
        assertThat(forecasts.trials(question)).isEqualTo(trials);
        assertThat(then).containsOnlyKeys(first, second);
    }

    @Test
    void eachForecastIsMadeAgainAsItWasMadeThen() {
        RequestRef leaflet = open();
        Instant by = said(leaflet).date().orElseThrow();
        clock.jump(Duration.ofDays(1));

        Trials trials = forecasts.trials(question());

        assertThat(trials.made())
                .filteredOn(made -> made.request().equals(leaflet))
                .extracting(Trials.Made::by)
                .containsExactly(by);
        assertThat(trials.byShare().keySet()).containsExactly(.5, .7, .85, .95);
        assertThat(trials.asked()).isEqualTo(trials.made().size());
        Calibration told = trials.byShare().get(DeliveryForecast.SHARE);
        assertThat(told.held().denominator() + told.notDue() + told.closed() + told.tooFew())
                .isEqualTo(trials.asked());
        assertThat(told.tooFew()).isGreaterThanOrEqualTo(6);
        assertThat(told.held().denominator()).isPositive();
    }

    @Test
    void nothingIsSaidOfAnotherWorkflowOrCampaign() {
        open();
        Question asked = question();

        assertThat(forecasts.open(with(asked, Scope.of("launch")))).isEmpty();
        assertThat(forecasts.trials(with(asked, Scope.of("launch"))).made()).isEmpty();
        assertThat(forecasts
                        .trials(with(asked, Scope.of("leaflet").ofCampaign("Fairs")))
                        .made())
                .isEmpty();
    }

    /** What is said in the transaction of the request, which facts in memory say as well. */
    private DeliveryForecast said(RequestRef ref) {
        DeliveryForecast said = now.of(requests.get(ref)).orElseThrow();
        assertThat(forecasts.open(question()).get(ref)).isEqualTo(said);
        return said;
    }

    private Question question() {
        Instant asOf = clock.instant();
        return new Question(Scope.of("leaflet"), new Period(asOf.minus(Duration.ofDays(90)), asOf), asOf, BERLIN, true);
    }

    private static Question with(Question question, Scope scope) {
        return new Question(scope, question.period(), question.asOf(), question.zone(), question.examples());
    }

    private long days(DeliveryForecast forecast) {
        return Duration.between(clock.instant(), forecast.date().orElseThrow()).toDays();
    }

    private RequestRef open() {
        return requests.open(NewRequest.of(workflows.byKey("leaflet").orElseThrow(), "Spring", PETRA, "Petra Klein"))
                .ref();
    }

    private void waits(RequestRef ref, RequestRef other) {
        transaction.executeWithoutResult(
                status -> dependencies.raise(ref, null, other, "The logo comes from there", NADIA));
    }

    private void deliver(RequestRef ref) {
        for (String outcome : new String[] {"accept", "done", "approve"}) {
            OpenTask task = desk.open.values().stream()
                    .filter(each -> each.request().equals(ref))
                    .findFirst()
                    .orElseThrow();
            String result = workflows.task(task.definitionId(), task.key()).result();
            tasks.complete(task.id(), NADIA, Map.of(result, outcome));
        }
    }

    private void closeAll() {
        requests.list(new RequestFilter(RequestState.OPEN, null, null, null, null), null, 200)
                .items()
                .forEach(left -> requests.close(left.ref(), NADIA, "Left over by another test"));
    }

    private void nextMonday() {
        clock.set(clock.instant()
                .atZone(BERLIN)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .withHour(9)
                .toInstant());
    }
}

class ForecastsOnH2Test extends ForecastsContract {}

@OnPostgres
class ForecastsOnPostgresTest extends ForecastsContract {}
