package dev.baton.metrics.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.UserTasks;
import dev.baton.engine.WorkHistory;
import dev.baton.models.Workflows;
import dev.baton.outbox.Outbox;
import dev.baton.requests.Blockers;
import dev.baton.requests.Decision;
import dev.baton.requests.Decisions;
import dev.baton.requests.Dependencies;
import dev.baton.requests.NewRequest;
import dev.baton.requests.RequestFilter;
import dev.baton.requests.RequestState;
import dev.baton.requests.Requests;
import dev.baton.requests.Wait;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Browser;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages of open work and of what may flatter the numbers, on ten days of posters. */
@BatonTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(
        properties = {
            "baton.models=src/test/resources/models/poster",
            "baton.people=people.yaml",
            "baton.api.tokens.tests=the-token",
            "baton.outbox.sending=false"
        })
class OpenWorkPagesTest {

    private static final EmailAddress PETRA = EmailAddress.of("petra@customer.example");
    private static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");
    private static final Instant MONDAY = Instant.parse("2020-01-13T08:00:00Z");

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
    Dependencies dependencies;

    @Autowired
    Outbox outbox;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transaction;

    private RequestRef delivered;
    private RequestRef late;
    private RequestRef first;
    private RequestRef second;
    private RequestRef third;

    @BeforeAll
    void tenDaysOfPosters() {
        clock.set(MONDAY);
        closeAll();
        delivered = open("Spring fair", "Fairs & shows");
        decide(delivered, "accept");
        decide(delivered, "done");
        decide(delivered, "approve");
        late = open("Open day", "Fairs & shows");
        clock.jump(Duration.ofDays(9));
        first = open("Summer & sun", "Fairs & shows");
        second = open("Autumn", null);
        third = open("Winter", null);
        blockers.raise(first, null, "maria@example.com", "The contract is not signed.", NADIA);
        clock.jump(Duration.ofHours(1));
        waitsFor(second, first);
        waitsFor(third, second);
        clock.jump(Duration.ofHours(1));
    }

    @AfterAll
    void closeAll() {
        requests.list(new RequestFilter(RequestState.OPEN, null, null, null, null), null, 200)
                .items()
                .forEach(left -> requests.close(left.ref(), NADIA, "Left over by a test"));
    }

    private void waitsFor(RequestRef one, RequestRef other) {
        Wait wait = transaction.execute(status -> dependencies.raise(one, null, other, "It has to come first.", NADIA));
        assertThat(wait).isInstanceOf(Wait.Kept.class);
    }

    private RequestRef open(String title, String campaign) {
        return requests.open(NewRequest.of(workflows.byKey("poster").orElseThrow(), title, PETRA, "Petra Klein")
                        .inCampaign(campaign))
                .ref();
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
    void theCampaignsStandWithWhatIsOpenAndLateAndLeadToTheirRequests() throws Exception {
        Visitor leader = signedIn("priya@example.com");
        Element row = leader.opens("/dashboard/campaigns")
                .page()
                .select("tr:contains(Fairs & shows)")
                .first();

        assertThat(row.select("td").eachText()).startsWith("2", "1", "1");
        Answer campaign = leader.opens(row.select("th a").attr("href"));
        assertThat(campaign.page().select("h1").text()).isEqualTo("Fairs & shows");
        assertThat(campaign.page().select("main").text())
                .contains("3 requests: 2 open (1 late, 1 blocked), 1 delivered, 0 closed.")
                .contains("All that is open is promised by")
                .contains(late + " Open day Was promised for")
                .contains("Now: Check the brief, with Nadia Brandt, was due on")
                .contains("It waits on Maria Holt since")
                .contains(delivered + " Spring fair")
                .doesNotContain("Autumn");
        assertThat(campaign.page().select("svg.strip circle")).hasSize(3);
    }

    @Test
    void aCampaignThatIsNoneIsNoPage() throws Exception {
        assertThat(signedIn("priya@example.com")
                        .opens("/dashboard/campaigns?campaign=Nothing")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void blockersAreGroupedByWhatIsWaitedForAndSayWhatWaitsInTurn() throws Exception {
        Answer page = signedIn("priya@example.com").opens("/dashboard/blockers");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("h2").eachText())
                .containsExactly("On Maria Holt: one", "For " + first + ": one", "For " + second + ": one");
        Element contract =
                page.page().select("tr:contains(The contract is not signed)").first();
        assertThat(contract.select("th a").attr("href")).isEqualTo("/requests/" + first);
        assertThat(contract.select("td").last().select("a").eachText())
                .containsExactly(second.toString(), third.toString());
        assertThat(page.page().select("main").text())
                .contains("3 requests wait, for 3 reasons.")
                .contains("2 hours");
    }

    @Test
    void deadlinesShowWhatIsLateFirstAndMarkDaysOff() throws Exception {
        Visitor leader = signedIn("priya@example.com");
        Answer page = leader.opens("/dashboard/deadlines");

        assertThat(page.page().select("h2").first().text()).isEqualTo("Late: 2");
        assertThat(page.page().select("main").text())
                .contains("Check the brief, by Tue 14 January, with Nadia Brandt.")
                .contains("2 dates have passed; 6 lie ahead.");
        assertThat(page.page().select("table.calendar td.off")).hasSize(10);
        assertThat(page.page().select("table.calendar td[aria-current=date]").text())
                .contains("22 January");
        String day = page.page().select("table.calendar a").first().attr("href");
        Answer one = leader.opens(day);
        assertThat(one.page().select("section li")).hasSize(3);
        assertThat(one.page().select("section h2").text()).isEqualTo("Thursday 23 January");
    }

    @Test
    void aDayThatIsNoneIsToldAndAllAreShown() throws Exception {
        Answer page = signedIn("priya@example.com").opens("/dashboard/deadlines?day=tomorrow");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("[role=alert]").text()).contains("\"tomorrow\" is no day");
        assertThat(page.page().select("section li")).isNotEmpty();
    }

    @Test
    void workloadIsByTeamAndStepAndEveryNumberLeadsToItsRows() throws Exception {
        Visitor leader = signedIn("priya@example.com");
        Answer page = leader.opens("/dashboard/workload");

        Element marketing = page.page()
                .select("table[aria-labelledby=by-team] tr:contains(Marketing)")
                .first();
        assertThat(marketing.select("td").eachText()).containsExactly("4", "1", "3", "0");
        assertThat(page.page().select("table[aria-labelledby=by-step] tbody th").eachText())
                .containsExactly("Poster: Check the brief");
        assertThat(page.page().select("table[aria-labelledby=mails] tbody tr").text())
                .contains("fewer than 5 people");
        Answer lateRows = leader.opens(marketing.select("a").get(1).attr("href"));
        assertThat(lateRows.page().select("h1").text()).isEqualTo("Marketing: one task");
        assertThat(lateRows.page().select("tbody tr").text()).contains(late + " Open day", "Nadia Brandt");
    }

    @Test
    void signsStandBesideTheNumbersAndLeadToTheirRows() throws Exception {
        Visitor leader = signedIn("priya@example.com");
        Answer page = leader.opens("/dashboard/signs");

        assertThat(page.page().select("main").text())
                .contains("tasks were done by the date first promised")
                .contains("0 of 7 tasks that reached somebody had no date")
                .contains("0 of 3 decisions came in bursts")
                .contains("None of it proves anything");
        assertThat(page.page().select("a[href^=/dashboard/signs/]")).hasSizeGreaterThanOrEqualTo(5);
        Answer blocked = leader.opens("/dashboard/signs/time-blocked");
        assertThat(blocked.page().select("tbody tr")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"last-moment", "undated", "bursts", "pauses", "time-blocked"})
    void everySignHasItsPageOfRows(String sign) throws Exception {
        Answer page = signedIn("priya@example.com").opens("/dashboard/signs/" + sign);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("main").text()).contains("It may also mean");
    }

    @Test
    void anUnknownSignIsNoPage() throws Exception {
        assertThat(signedIn("priya@example.com")
                        .opens("/dashboard/signs/laziness")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"campaigns", "blockers", "deadlines", "workload", "signs"})
    void everyPageHasALinkThatKeepsItAndIsEmptyForWhoOwnsNothing(String word) throws Exception {
        Visitor leader = signedIn("priya@example.com");
        Answer page = leader.opens("/dashboard/" + word);
        String link = page.page().select("a:contains(these very numbers)").attr("href");
        assertThat(link).startsWith("/dashboard/" + word).contains("asOf=2020-01-22");
        assertThat(leader.opens(link).page().select("main h1").text())
                .isEqualTo(page.page().select("main h1").text());

        Answer others = signedIn("oliver@example.com").opens("/dashboard/" + word);
        assertThat(others.status()).isEqualTo(200);
        assertThat(others.page().text())
                .doesNotContain("Open day", "Summer & sun", first.toString(), "An imported log tells nothing");
    }

    @ParameterizedTest
    @CsvSource({
        ", 4",
        "reliability, 1",
        "late-work, 1",
        "review-time, 1",
        "cycle-time, 1",
        "intake-clarity, 1",
        "visibility, 1",
        "campaigns, 1",
        "campaigns?campaign=Fairs%20%26%20shows, 1",
        "blockers, 1",
        "deadlines, 1",
        "workload, 3",
        "workload?with=marketing, 1",
        "signs, 1",
        "scatter?to=2020-01-23T10:00:00Z, 1",
        "ageing, 2",
        "flow, 1",
        "control, 1",
        "heat-map, 1",
        "signs/undated, 0",
        "signs/pauses, 0",
        "signs/time-blocked, 1"
    })
    void everyTableIsAFileToo(@Nullable String page, int tables) throws Exception {
        Visitor leader = signedIn("priya@example.com");
        Elements links = leader.opens("/dashboard" + (page == null ? "" : "/" + page))
                .page()
                .select("main a:contains(Download as CSV)");

        assertThat(links).hasSize(tables);
        for (Element link : links) {
            Answer file = leader.opens(link.attr("href"));
            assertThat(file.status()).as(file.body()).isEqualTo(200);
            assertThat(file.header("Content-Type")).startsWith("text/csv");
            assertThat(file.header("Content-Disposition")).contains("_as-of-2020-01-22T");
            List<CSVRecord> rows = read(file);
            assertThat(rows)
                    .as(link.attr("href"))
                    .hasSizeGreaterThan(1)
                    .allSatisfy(
                            row -> assertThat(row.size()).isEqualTo(rows.get(0).size()));
            assertThat(rows.get(0).toList()).endsWith("As of", "Zone").doesNotHaveDuplicates();
            assertThat(rows.get(1).toList()).endsWith("2020-01-22T10:00:00Z", "Europe/Berlin");
        }
    }

    @Test
    void aFileHasWhatItsPageShowsAndNoMoreThanItsReaderMaySee() throws Exception {
        String blockersFile = "/dashboard/blockers?format=csv";
        List<List<String>> blocked = read(signedIn("priya@example.com").opens(blockersFile)).stream()
                .map(CSVRecord::toList)
                .toList();
        assertThat(blocked)
                .contains(List.of(
                        first.toString(),
                        "Summer & sun",
                        "false",
                        "Maria Holt",
                        "The contract is not signed.",
                        "2020-01-22T08:00:00Z",
                        "7200",
                        second + " " + third,
                        "2020-01-22T10:00:00Z",
                        "Europe/Berlin"));
        assertThat(blocked)
                .anySatisfy(
                        row -> assertThat(row).contains(second.toString(), first.toString(), "3600", third.toString()));

        Visitor oliver = signedIn("oliver@example.com");
        for (String path : List.of("blockers", "deadlines", "cycle-time", "workload", "campaigns", "visibility")) {
            assertThat(read(oliver.opens("/dashboard/" + path + "?format=csv"))).hasSize(1);
        }
        assertThat(oliver.opens("/dashboard/baselines?format=csv").status()).isEqualTo(403);
        assertThat(signedIn("maria@example.com").opens(blockersFile).status()).isEqualTo(403);
        assertThat(Visitor.of(port).opens(blockersFile).heading()).isEqualTo("Sign in");
    }

    @ParameterizedTest
    @CsvSource({
        "blockers?format=csv&zone=Berlin, 400",
        "reliability?format=csv&from=yesterday, 400",
        "deadlines?format=csv&day=tomorrow, 400",
        "campaigns?format=csv&source=nothing, 400",
        "beauty?format=csv, 404",
        "signs/beauty?format=csv, 404",
        "workload?format=csv&table=beauty, 404"
    })
    void aFileOfNothingIsRefused(String address, int status) throws Exception {
        assertThat(signedIn("priya@example.com").opens("/dashboard/" + address).status())
                .isEqualTo(status);
    }

    private static List<CSVRecord> read(Answer file) throws Exception {
        assertThat(file.body()).startsWith("\uFEFF");
        return CSVParser.parse(new StringReader(file.body().substring(1)), CSVFormat.RFC4180)
                .getRecords();
    }

    @Test
    void thePagesReadWellEverywhere() throws Exception {
        Path pictures = Path.of("target", "pictures");
        try (Browser browser = Browser.at(port)) {
            browser.open("/sign-in")
                    .fill("Your mail address", "priya@example.com")
                    .click("Send me a link");
            browser.open(linkMailedTo("priya@example.com")).click("Sign in");
            for (String word : new String[] {"campaigns", "blockers", "deadlines", "workload", "signs"}) {
                browser.open("/dashboard/" + word)
                        .pictures(pictures, "open-work-" + word)
                        .readsWellEverywhere();
            }
            browser.open("/dashboard/campaigns?campaign=Fairs%20%26%20shows")
                    .pictures(pictures, "open-work-campaign")
                    .readsWellEverywhere();
            browser.open("/dashboard/workload?with=marketing").readsWellEverywhere();
            browser.open("/dashboard/signs/time-blocked").readsWellEverywhere();
            browser.open("/my/calendars").click("Make my addresses");
            browser.open("/my/calendars?campaign=Fairs")
                    .pictures(pictures, "calendars")
                    .readsWellEverywhere();
        }
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
