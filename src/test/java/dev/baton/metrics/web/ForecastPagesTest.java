package dev.baton.metrics.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.UserTasks;
import dev.baton.models.Workflows;
import dev.baton.outbox.Outbox;
import dev.baton.requests.Dependencies;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Request;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.Tasks;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Browser;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.SignInLink;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Forecasts and what became of them, as a leader reads them after forty posters. */
@BatonTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(
        properties = {
            "baton.models=src/test/resources/models/poster",
            "baton.people=people.yaml",
            "baton.api.tokens.tests=the-token",
            "baton.outbox.sending=false"
        })
class ForecastPagesTest {

    private static final EmailAddress PETRA = EmailAddress.of("petra@customer.example");
    private static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @LocalServerPort
    int port;

    @Autowired
    Requests requests;

    @Autowired
    Dependencies dependencies;

    @Autowired
    Workflows workflows;

    @Autowired
    Tasks tasks;

    @Autowired
    UserTasks userTasks;

    @Autowired
    Outbox outbox;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Instant before = Instant.EPOCH;
    private RequestRef safe;
    private RequestRef between;
    private RequestRef atRisk;

    @BeforeAll
    void fortyPostersInAsManyWeeks() {
        before = clock.instant();
        clock.set(Instant.parse("2031-01-06T08:00:00Z"));
        for (int week = 0; week < 40; week++) {
            nextMonday();
            RequestRef poster = open("Poster " + week);
            clock.jump(Duration.ofHours(2 + 24L * (week % 5)));
            deliver(poster);
        }
        nextMonday();
        safe = open("Spring fair");
        clock.jump(Duration.ofHours(1));
        between = open("Open day");
        atRisk = open("Summer & sun");
        transaction.executeWithoutResult(status -> {
            dependencies.raise(between, null, safe, "The logo comes from there", NADIA);
            dependencies.raise(atRisk, null, between, "The same size", NADIA);
        });
        clock.jump(Duration.ofHours(1));
    }

    @AfterAll
    void backToTheTimeOfTheOtherTests() {
        requests.close(safe, NADIA, "The test is over");
        requests.close(between, NADIA, "The test is over");
        requests.close(atRisk, NADIA, "The test is over");
        clock.set(before);
    }

    private RequestRef open(String title) {
        return requests.open(NewRequest.of(workflows.byKey("poster").orElseThrow(), title, PETRA, "Petra Klein"))
                .ref();
    }

    private void deliver(RequestRef ref) {
        for (String outcome : new String[] {"accept", "done", "approve"}) {
            tasks.open(ref).forEach(task -> {
                String result = workflows.task(task.definitionId(), task.key()).result();
                userTasks.complete(task.id(), NADIA, Map.of(result, outcome));
            });
        }
        assertThat(requests.find(ref).map(Request::isOpen)).contains(false);
    }

    private void nextMonday() {
        clock.set(clock.instant()
                .atZone(BERLIN)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .withHour(9)
                .toInstant());
    }

    @Test
    void whatIsPromisedTooEarlyComesFirst() throws Exception {
        Answer page = leader().opens("/dashboard/forecasts");

        assertThat(page.status()).isEqualTo(200);
        Elements rows = page.page().select("table[aria-labelledby=open] tbody tr");
        assertThat(rows.get(0).text()).contains("at risk");
        assertThat(rows.stream()
                        .map(Element::text)
                        .filter(row -> row.startsWith(atRisk + " Summer & sun"))
                        .findFirst()
                        .orElseThrow())
                .contains("at risk", between + ", which it waits for");
        assertThat(rows.stream().map(Element::text).filter(row -> row.startsWith(safe + " Spring fair")))
                .singleElement()
                .asString()
                .doesNotContain("at risk");
        assertThat(text(page)).containsPattern("promised earlier than that, which (is|are) at risk");
        assertThat(text(leader().opens("/dashboard")))
                .containsPattern("open requests? (is|are) promised earlier than 85 % of such requests are delivered");
    }

    @Test
    void howOftenForecastsCameTrueIsCountedAndLeadsToEach() throws Exception {
        Visitor leader = leader();
        Answer page = leader.opens("/dashboard/forecasts?workflow=poster");

        assertThat(text(page)).containsPattern("\\d+ of \\d+ forecasts whose date has passed came true: \\d+ %");
        assertThat(page.page().select("figure.chart svg circle")).hasSize(4);
        assertThat(page.page()
                        .select("table[aria-labelledby=calibration] tbody th")
                        .eachText())
                .containsExactly("50 %", "70 %", "85 %", "95 %");
        String quarter = page.page()
                .select("table[aria-labelledby=quarters] tbody a")
                .first()
                .attr("href");
        Answer made = leader.opens(quarter);
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.page().select("tbody tr")).isNotEmpty();
        assertThat(made.page().select("tbody").text()).contains("POSTER-", "came true");
    }

    @Test
    void eachTableIsAFile() throws Exception {
        Visitor leader = leader();
        Answer page = leader.opens("/dashboard/forecasts");
        List<String> links = page.page().select("a:contains(Download as CSV)").eachAttr("href");

        assertThat(links).hasSize(2);
        assertThat(leader.opens(links.get(0)).body())
                .contains(atRisk + ",Summer & sun,false,poster,")
                .contains(",true,others,")
                .doesNotContain("metrics.");
        assertThat(leader.opens(links.get(1)).body()).contains("poster,2031-Q2,");
        String made = leader.opens("/dashboard/forecasts/made")
                .page()
                .select("a:contains(Download as CSV)")
                .attr("href");
        assertThat(leader.opens(made).body().lines()).hasSizeGreaterThanOrEqualTo(41);
        assertThat(leader.opens("/dashboard/forecasts?format=csv&workflow=nothing")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aLinkToTheseVeryNumbersKeepsThem() throws Exception {
        Visitor leader = leader();
        Answer page = leader.opens("/dashboard/forecasts");
        String link = page.page().select("a:contains(these very numbers)").attr("href");
        clock.jump(Duration.ofDays(2));

        assertThat(leader.opens(link).page().select("table"))
                .hasToString(page.page().select("table").toString());
        clock.jump(Duration.ofDays(-2));
    }

    @Test
    void whereNothingIsAskedForThereIsNothingToForesee() throws Exception {
        assertThat(text(leader().opens("/dashboard/forecasts?campaign=nothing")))
                .contains("Nothing is open.")
                .contains("Work on no request has begun yet.");
        assertThat(leader().opens("/dashboard/forecasts/made?campaign=nothing").status())
                .isEqualTo(200);
        assertThat(text(signedIn("oliver@example.com").opens("/dashboard/forecasts")))
                .doesNotContain("Summer & sun");
        assertThat(signedIn("lea@example.com").opens("/dashboard/forecasts").status())
                .isEqualTo(403);
    }

    @Test
    void thePagesReadWellEverywhere() throws Exception {
        Path pictures = Path.of("target", "pictures");
        try (Browser browser = Browser.at(port)) {
            browser.open("/sign-in")
                    .fill("Your mail address", "priya@example.com")
                    .click("Send me a link");
            browser.open(SignInLink.of("priya@example.com", jdbc)).click("Sign in");
            browser.open("/dashboard/forecasts").pictures(pictures, "forecasts").readsWellEverywhere();
            browser.open("/dashboard/forecasts/made")
                    .pictures(pictures, "forecasts-made")
                    .readsWellEverywhere();
        }
    }

    private static String text(Answer page) {
        return page.page().select("main").text().replace('\u00a0', ' ');
    }

    private Visitor leader() throws Exception {
        return signedIn("priya@example.com");
    }

    private Visitor signedIn(String address) {
        return Visitor.of(port).signsIn(address, () -> SignInLink.of(address, jdbc));
    }
}
