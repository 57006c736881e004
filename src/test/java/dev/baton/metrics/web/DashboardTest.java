package dev.baton.metrics.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.UserTasks;
import dev.baton.engine.WorkHistory;
import dev.baton.models.Workflows;
import dev.baton.outbox.Outbox;
import dev.baton.requests.Blockers;
import dev.baton.requests.Decision;
import dev.baton.requests.Decisions;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Browser;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The numbers over HTTP: what a program gets and what a leader reads, on a week of posters. */
@BatonTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(
        properties = {
            "baton.models=src/test/resources/models/poster",
            "baton.people=people.yaml",
            "baton.api.tokens.tests=the-token",
            "baton.outbox.sending=false"
        })
class DashboardTest {

    private static final EmailAddress PETRA = EmailAddress.of("petra@customer.example");
    private static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");

    @LocalServerPort
    int port;

    @Autowired
    Requests requests;

    @Autowired
    Workflows workflows;

    @Autowired
    WorkHistory history;

    @Autowired
    UserTasks tasks;

    @Autowired
    Decisions decisions;

    @Autowired
    Blockers blockers;

    @Autowired
    Outbox outbox;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private RequestRef delivered;
    private RequestRef late;
    private RequestRef blocked;

    @BeforeAll
    void aWeekOfPosters() {
        clock.set(SettableClock.START);
        delivered = open("Spring fair", "Fairs");
        decide(delivered, "accept");
        clock.jump(Duration.ofDays(1));
        decide(delivered, "done");
        decide(delivered, "changes");
        clock.jump(Duration.ofDays(1));
        decide(delivered, "done");
        decide(delivered, "approve");
        late = open("Open day", "Fairs");
        clock.jump(Duration.ofDays(10));
        blocked = open("Summer & sun", null);
        blockers.raise(blocked, null, "maria@example.com", "The contract is not signed.", NADIA);
        requests.open(asked("An example", null).asExample());
        clock.jump(Duration.ofHours(2));
    }

    private RequestRef open(String title, String campaign) {
        return requests.open(asked(title, campaign)).ref();
    }

    private NewRequest asked(String title, String campaign) {
        return NewRequest.of(workflows.byKey("poster").orElseThrow(), title, PETRA, "Petra Klein")
                .inCampaign(campaign);
    }

    private void decide(RequestRef ref, String outcome) {
        history.tasks(clock.instant(), task -> {
            if (task.request().equals(ref) && task.endedAt() == null) {
                String result = workflows.task(task.definitionId(), task.key()).result();
                transaction.executeWithoutResult(status -> {
                    decisions.record(new Decision(
                            task.id(),
                            ref,
                            task.processId(),
                            null,
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
        });
    }

    @Test
    void aProgramGetsEachMeasureWithWhatItWasMadeOf() throws Exception {
        JsonNode json = new JsonMapper().readTree(api("").body());

        assertThat(json.at("/source").asString()).isEqualTo("live");
        assertThat(json.at("/definitions").asInt()).isEqualTo(1);
        assertThat(json.at("/zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(json.at("/madeUp").asInt()).isEqualTo(1);
        assertThat(json.at("/reliability/numerator").asInt()).isEqualTo(5);
        assertThat(json.at("/reliability/denominator").asInt()).isEqualTo(6);
        assertThat(json.at("/reliability/value").asDouble()).isEqualTo(5 / 6.0);
        assertThat(json.at("/reliability/low").asDouble()).isBetween(.4, .5);
        assertThat(json.at("/lateRate/current/numerator").asInt()).isEqualTo(1);
        assertThat(json.at("/lateRate/first/denominator").asInt()).isEqualTo(6);
        assertThat(json.at("/lateRate/completedOnly/numerator").asInt()).isZero();
        assertThat(json.at("/cycleTime/completed/p50").asDouble()).isEqualTo(2 * 86_400.0);
        assertThat(json.at("/cycleTime/estimated/open").asInt()).isEqualTo(3);
        assertThat(json.at("/reviewRounds/value").asDouble()).isEqualTo(2);
    }

    @Test
    void allEventsAreALogThatComesToTheSameNumbers() throws Exception {
        String period = "from=" + SettableClock.START;
        HttpResponse<String> log = at("/api/events.xes?" + period);
        JsonNode live = new JsonMapper().readTree(api("?" + period).body()).path("cycleTime");

        HttpResponse<String> imported = send(HttpRequest.newBuilder(URI.create("http://localhost:" + port
                        + "/api/baselines?name=exported&closing=" + "Request%20delivered,Request%20closed"))
                .POST(HttpRequest.BodyPublishers.ofString(log.body())));
        try {
            assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
            JsonNode numbers = new JsonMapper()
                    .readTree(api("?source=exported&" + period).body())
                    .path("cycleTime");
            assertThat(numbers.path("completed").path("n").asInt())
                    .isEqualTo(live.path("completed").path("n").asInt());
            assertThat(numbers.path("completed").path("mean"))
                    .isEqualTo(live.path("completed").path("mean"));
            assertThat(numbers.path("estimated").path("open"))
                    .isEqualTo(live.path("estimated").path("open"));
        } finally {
            send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/baselines/exported"))
                    .DELETE());
        }
    }

    @Test
    void theLogOfAllEventsIsXesAndNamesNobody() throws Exception {
        HttpResponse<String> log = at("/api/events.xes");
        Document xes = Jsoup.parse(log.body(), "", Parser.xmlParser());

        assertThat(log.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("baton-events.xes");
        assertThat(log.body()).doesNotContain("@", "Petra", "Spring");
        SchemaFactory.newDefaultInstance()
                .newSchema(new ClassPathResource("metrics/xes-1849-2016.xsd").getURL())
                .newValidator()
                .validate(new StreamSource(new StringReader(log.body())));
        assertThat(xes.selectXpath("/*[local-name()='log']").attr("xes.version"))
                .isEqualTo("1849.2016");
        assertThat(xes.select("log > extension").eachAttr("prefix")).containsExactly("concept", "lifecycle", "time");
        assertThat(xes.select("log > trace")).isNotEmpty().allSatisfy(trace -> {
            assertThat(trace.select("> string[key=concept:name]").attr("value")).matches("[A-Z]+-\\d+");
            assertThat(trace.select("> event > date[key=time:timestamp]").eachAttr("value"))
                    .isNotEmpty()
                    .isSorted();
            assertThat(trace.select("> event"))
                    .allSatisfy(event -> assertThat(event.select("> string").eachAttr("key"))
                            .contains("concept:name", "lifecycle:transition"));
        });
        assertThat(xes.select("string[key=baton:outcome]")).isNotEmpty();
        assertThat(xes.select("date[key=baton:due]")).isNotEmpty();
    }

    @Test
    void aLogKnowsOnlyItsOwnEvents() throws Exception {
        assertThat(at("/api/events.xes?source=nothing").statusCode()).isEqualTo(400);
        assertThat(at("/api/events.xes?workflow=poster&from=2001-01-01&to=2001-01-02")
                        .body())
                .doesNotContain("<trace>");
        assertThat(signedIn("oliver@example.com").opens("/dashboard/events.xes").body())
                .doesNotContain("<trace>");
    }

    @Test
    void examplesAreLeftOutWhereAskedFor() throws Exception {
        JsonNode json =
                new JsonMapper().readTree(api("?examples=false&workflow=poster").body());

        assertThat(json.at("/madeUp").asInt()).isZero();
        assertThat(json.at("/intakeClarity/denominator").asInt()).isEqualTo(3);
        assertThat(json.at("/workflow").asString()).isEqualTo("poster");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "workflow=nothing            | workflow | There is no workflow \"nothing\"; known are: poster.",
                "source=sheet                | source   | There is no source \"sheet\"; known is live.",
                "zone=Berlin                 | zone     | \"Berlin\" is no time zone",
                "from=yesterday              | from     | from is \"yesterday\", which is neither",
                "asOf=2999-01-01T00:00:00Z   | asOf     | lies in the future",
                "from=2026-03-05&to=2026-03-05 | from   | is empty",
                "from=2026-03-05&to=2026-03-01 | from   | is empty",
                "from=2999-01-01&to=2999-02-01 | from   | nothing of it had happened",
                "examples=perhaps            | examples | write true or false",
            })
    void aQuestionThatMakesNoSenseIsToldWhatIsWrong(String query, String parameter, String words) throws Exception {
        HttpResponse<String> answer = api("?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        JsonNode problem = new JsonMapper().readTree(answer.body());
        assertThat(problem.at("/parameter").asString()).isEqualTo(parameter);
        assertThat(problem.at("/detail").asString()).contains(words);
    }

    @Test
    void aLeaderReadsFirstWhatNeedsADecision() throws Exception {
        Answer page = signedIn("priya@example.com").opens("/dashboard");

        assertThat(page.status()).isEqualTo(200);
        String text = page.page().select("main").text();
        assertThat(text)
                .contains(late + " Open day Was promised for")
                .contains("Now: Check the brief, with Nadia Brandt, was due on")
                .contains(blocked + " Summer & sun")
                .contains("It waits on Maria Holt since")
                .contains("5 of 6 tasks were done by the date first promised (44–97 %)")
                .contains("in no campaign")
                .contains("One request in these numbers is an example");
        assertThat(page.page().select("a[href=/requests/" + late + "]")).isNotEmpty();
        assertThat(page.page().select("a[href=/requests?campaign=Fairs]")).isNotEmpty();
    }

    @Test
    void aCampaignHasNumbersOfItsOwn() throws Exception {
        JsonNode fairs = new JsonMapper().readTree(api("?campaign=fairs").body());
        String events = at("/api/events.xes?campaign=fairs").body();
        Answer page = signedIn("priya@example.com").opens("/dashboard?campaign=Fairs");

        assertThat(fairs.at("/campaign").asString()).isEqualTo("fairs");
        assertThat(fairs.at("/cycleTime/completed/n").asInt()).isEqualTo(1);
        assertThat(fairs.at("/cycleTime/estimated/open").asInt()).isEqualTo(1);
        assertThat(fairs.at("/madeUp").asInt()).isZero();
        assertThat(events).contains(delivered.toString(), late.toString()).doesNotContain(blocked.toString());
        assertThat(page.page().select("main").text()).contains("Open day").doesNotContain("Summer & sun");
        assertThat(page.page().select("input[name=campaign]").val()).isEqualTo("Fairs");
        assertThat(new JsonMapper()
                        .readTree(api("?campaign=nobody").body())
                        .at("/cycleTime/completed/n")
                        .asInt())
                .isZero();
    }

    @Test
    void aTeamAndAVersionHaveNumbersOfTheirOwn() throws Exception {
        JsonNode first =
                new JsonMapper().readTree(api("?workflow=poster&version=1").body());

        assertThat(first.at("/version").asInt()).isEqualTo(1);
        assertThat(first.at("/cycleTime/estimated/n").asInt()).isGreaterThan(1);
        assertThat(first.at("/workingTime/cycleTime/estimated/n")).isEqualTo(first.at("/cycleTime/estimated/n"));
        for (String nothing : List.of("?workflow=poster&version=2", "?team=design")) {
            assertThat(new JsonMapper()
                            .readTree(api(nothing).body())
                            .at("/cycleTime/estimated/n")
                            .asInt())
                    .as(nothing)
                    .isZero();
        }
        assertThat(api("?version=1").body()).contains("of which workflow");
        assertThat(api("?workflow=poster&version=first").body()).contains("no number of a version");
    }

    @Test
    void aLinkToTheseVeryNumbersKeepsThem() throws Exception {
        Visitor leader = signedIn("priya@example.com");
        String link = leader.opens("/dashboard")
                .page()
                .select("a:contains(these very numbers)")
                .attr("href");

        assertThat(link).contains("asOf=2026-03-1");
        assertThat(leader.opens(link).page().select("main").text()).contains("5 of 6 tasks were done");
    }

    @Test
    void anOwnerSeesTheNumbersOfTheirOwnWorkflowsOnly() throws Exception {
        assertThat(signedIn("nadia@example.com").opens("/dashboard").page().text())
                .contains("Open day");
        Answer others = signedIn("oliver@example.com").opens("/dashboard");

        assertThat(others.status()).isEqualTo(200);
        assertThat(others.page().text()).doesNotContain("Open day").contains("Nothing is open.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reliability", "late-work", "review-time", "cycle-time", "intake-clarity", "visibility"})
    void everyNumberLeadsToItsRows(String measure) throws Exception {
        Visitor leader = signedIn("priya@example.com");
        Answer page = leader.opens("/dashboard/" + measure);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("tbody tr")).isNotEmpty();
        assertThat(leader.opens("/dashboard/" + measure + "?from=2026-01-01&to=2026-01-02")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPageWithABadFilterShowsTheUsualNumbersAndSaysWhy() throws Exception {
        Answer page = signedIn("priya@example.com").opens("/dashboard?workflow=nothing");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("[role=alert]").text()).contains("There is no workflow \"nothing\"");
    }

    @Test
    void aProgramThatWatchesReadsTheNumbersAndNobodyElseDoes() throws Exception {
        clock.jump(Duration.ofMinutes(2));
        at("/actuator/prometheus");
        HttpResponse<String> scraped = at("/actuator/prometheus");

        assertThat(scraped.statusCode()).isEqualTo(200);
        assertThat(scraped.body().lines().filter(line -> line.startsWith("baton_")))
                .anySatisfy(line -> assertThat(line).matches("baton_measure\\{measure=\"reliability\"} 0\\.8.*"))
                .contains(
                        "baton_measure_cases{measure=\"reliability\"} 6.0",
                        "baton_requests{state=\"open\",workflow=\"poster\"} 2.0",
                        "baton_requests{state=\"late\",workflow=\"poster\"} 1.0",
                        "baton_requests{state=\"blocked\",workflow=\"poster\"} 1.0")
                .anySatisfy(line -> assertThat(line).matches("baton_inbox_mails\\{state=\"quarantined\"} [0-9.]+"))
                .anySatisfy(line -> assertThat(line).matches("baton_outbox_queued [0-9.]+"))
                .anySatisfy(line -> assertThat(line).startsWith("baton_facts_different "))
                .noneSatisfy(line -> assertThat(line).contains("@"))
                .noneSatisfy(line -> assertThat(line).contains("Open day"));
        assertThat(Visitor.of(port).opens("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(signedIn("priya@example.com").opens("/actuator/prometheus").status())
                .isEqualTo(401);
    }

    @Test
    void anUnknownMeasureIsNoPage() throws Exception {
        assertThat(signedIn("priya@example.com").opens("/dashboard/beauty").status())
                .isEqualTo(404);
    }

    @Test
    void thePagesReadWellEverywhere() throws Exception {
        Path pictures = Path.of("target", "pictures");
        try (Browser browser = Browser.at(port)) {
            browser.open("/sign-in")
                    .fill("Your mail address", "priya@example.com")
                    .click("Send me a link");
            browser.open(linkMailedTo("priya@example.com")).click("Sign in");
            browser.open("/dashboard").pictures(pictures, "dashboard").readsWellEverywhere();
            browser.open("/dashboard/late-work")
                    .pictures(pictures, "dashboard-rows")
                    .readsWellEverywhere();
            browser.open("/dashboard?from=2026-01-01&to=2026-01-02&asOf=2026-01-03&zone=Asia/Tokyo")
                    .pictures(pictures, "dashboard-empty")
                    .readsWellEverywhere();
        }
    }

    private HttpResponse<String> api(String query) throws Exception {
        return at("/api/metrics" + query);
    }

    private HttpResponse<String> at(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        request.header("Authorization", "Bearer the-token").build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private Visitor signedIn(String address) {
        return Visitor.of(port).signsIn(address, () -> linkMailedTo(address));
    }

    private String linkMailedTo(String address) {
        String text = outbox.list(null, null, 20).items().stream()
                .filter(mail -> mail.to().value().equals(address))
                .findFirst()
                .orElseThrow()
                .text();
        Matcher link = Pattern.compile("/sign-in/link\\?token=[0-9a-f-]{36}").matcher(text);
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
