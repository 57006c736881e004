package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.models.Workflows;
import dev.baton.people.BusinessDuration;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.WorkingCalendar;
import dev.baton.requests.DeliveryForecast;
import dev.baton.requests.DeliveryForecasts;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFilter;
import dev.baton.requests.RequestState;
import dev.baton.shared.EmailAddress;
import dev.baton.tasks.Tasks;
import dev.baton.testkit.TestMail;
import dev.baton.testkit.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people are told of a request that nobody has promised yet, after eight like it were delivered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ForecastContract extends IntakeTest {

    private static final EmailAddress CUSTOMER = EmailAddress.of("petra@customer.example");
    private static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired
    Workflows workflows;

    @Autowired
    Tasks tasks;

    @Autowired
    People people;

    @Autowired
    Moments moments;

    @Autowired
    DeliveryForecasts forecasts;

    @Autowired
    JdbcClient jdbc;

    private Instant before = Instant.EPOCH;
    private Duration longest = Duration.ZERO;

    @BeforeAll
    void eightPostersInAsManyWeeks() {
        before = clock.instant();
        // What other tests left is another workflow's.
        jdbc.sql("update request set workflow = 'poster-before' where workflow = 'poster'")
                .update();
        for (int week = 0; week < 8; week++) {
            nextMonday();
            Request poster = poster();
            clock.jump(Duration.ofHours(6 + 24L * (week % 4)));
            tasks.open(poster.ref()).forEach(task -> userTasks.complete(task.id(), NADIA, Map.of("outcome", "done")));
            Instant endedAt = Objects.requireNonNull(now(poster).endedAt());
            Duration taken = calendar().between(poster.openedAt(), endedAt);
            longest = taken.compareTo(longest) > 0 ? taken : longest;
        }
        nextMonday();
    }

    @BeforeEach
    void nothingElseIsOpen() {
        requests.list(new RequestFilter(RequestState.OPEN, "poster", null, null, null), null, 50)
                .items()
                .forEach(left -> requests.close(left.ref(), NADIA, "Left over by another test"));
    }

    @AfterAll
    void backToTheTimeOfTheOtherTests() {
        clock.set(before);
    }

    private void nextMonday() {
        clock.set(clock.instant()
                .atZone(BERLIN)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .withHour(9)
                .toInstant());
    }

    private Request poster() {
        return requests.open(
                NewRequest.of(workflows.byKey("poster").orElseThrow(), "Spring fair", CUSTOMER, "Petra Vogel"));
    }

    private WorkingCalendar calendar() {
        return people.calendarOf(NADIA);
    }

    /** Of eight, among which the longest come twice, these; and then the end of a day that is nearest. */
    private Instant expected(Request poster) {
        Instant reached = calendar().plus(poster.openedAt(), new BusinessDuration(0, longest));
        LocalDate day = reached.atZone(BERLIN).toLocalDate();
        boolean sooner = reached.atZone(BERLIN).getHour() < 13;
        return calendar()
                .endOf(
                        sooner
                                ? calendar()
                                        .startOf(day.minusDays(1))
                                        .atZone(BERLIN)
                                        .toLocalDate()
                                : day);
    }

    private String day(Request poster) {
        return moments.day(expected(poster), BERLIN);
    }

    @Test
    void theAcknowledgementSaysByWhenSuchRequestsAreDeliveredAndPromisesNothing() {
        Request poster = poster();

        assertThat(poster.promisedAt()).isNull();
        assertThat(lastMailTo(CUSTOMER.value(), poster.ref()).text().replace('\u00a0', ' '))
                .contains("will tell you by when it can be ready")
                .contains("a forecast, which is no promise: 85 % of such requests are delivered by " + day(poster)
                        + ", judging by 8 earlier ones.");
    }

    @Test
    void whoWaitsReadsItOnTheStatusPage() {
        Request poster = poster();

        Visitor.Answer page = visitor().opens(links.status(poster, CUSTOMER));

        assertThat(text(page))
                .contains("85 % of such requests are delivered by " + day(poster) + ", judging by 8 earlier ones.")
                .contains("That is no promise.");
        assertThat(page.page().select("form[action$=/promise]")).isEmpty();
    }

    @Test
    void theOwnerStandsForTheDayWithOnePress() {
        Request poster = poster();
        Visitor nadia = signedIn(NADIA.value());

        Visitor.Answer page = nadia.presses("Promise it for " + day(poster), nadia.opens("/requests/" + poster.ref()));

        assertThat(now(poster).promisedAt()).isEqualTo(expected(poster));
        assertThat(text(page)).contains("promised").doesNotContain("That is no promise.");
        assertThat(page.page().select("form[action$=/promise]")).isEmpty();
        assertThat(lastMailTo(CUSTOMER.value(), poster.ref()).text()).contains("promises it by " + day(poster));
        int mails = mailsTo(CUSTOMER.value(), poster.ref()).size();
        assertThat(promises(nadia, poster, expected(poster).plus(Duration.ofDays(7))))
                .isEqualTo(200);
        assertThat(now(poster).promisedAt()).isEqualTo(expected(poster));
        assertThat(mailsTo(CUSTOMER.value(), poster.ref())).hasSize(mails);
    }

    @Test
    void nobodyPromisesForTheOwnerOrForThePast() {
        Request poster = poster();
        Visitor admin = signedIn("admin@example.com");
        Visitor nadia = signedIn(NADIA.value());

        assertThat(admin.opens("/requests/" + poster.ref()).page().select("form[action$=/promise]"))
                .isEmpty();
        assertThat(promises(admin, poster, expected(poster))).isEqualTo(403);
        assertThat(promises(nadia, poster, clock.instant().minusSeconds(1))).isEqualTo(400);
        assertThat(now(poster).promisedAt()).isNull();
    }

    /** Sends what the page's form would, whether the page has it or not. */
    private static int promises(Visitor person, Request poster, Instant due) {
        String address = "/requests/" + poster.ref();
        String token = person.opens(address).page().select("input[name=_csrf]").val();
        return person.posts(address + "/promise", Map.of("due", due.toString(), "_csrf", token))
                .status();
    }

    @Test
    void aProgramReadsWhatItStandsOn() throws Exception {
        Request poster = poster();

        JsonNode forecast = new JsonMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(
                                                "http://localhost:" + port + "/api/requests/" + poster.ref()))
                                        .header("Authorization", "Bearer the-token")
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .path("forecast");

        assertThat(forecast.path("share").asDouble()).isEqualTo(.85);
        assertThat(Instant.parse(forecast.path("by").asString())).isEqualTo(expected(poster));
        assertThat(forecast.path("ground").asString()).isEqualTo("lengths");
        assertThat(forecast.path("cases").asInt()).isEqualTo(8);
    }

    @Test
    void whatHasEndedOrNotBegunHasNone() {
        Request closed = requests.close(poster().ref(), NADIA, "Not needed");
        Request waits = opened(TestMail.from(PETRA)
                .to("requests+poster@example.com")
                .about("A poster")
                .saying("Please."));

        assertThat(forecasts.of(closed)).isEmpty();
        assertThat(waits.waitsForBrief()).isTrue();
        assertThat(forecasts.of(waits)).isEmpty();
        assertThat(forecasts.of(poster()).map(DeliveryForecast::ground)).contains(DeliveryForecast.Ground.LENGTHS);
    }

    private static String text(Visitor.Answer page) {
        return page.page().select("main").text().replace('\u00a0', ' ');
    }
}
