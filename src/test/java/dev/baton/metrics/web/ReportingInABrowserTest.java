package dev.baton.metrics.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.metrics.ThousandRequests;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Browser;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.SignInLink;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** All pages of numbers with a thousand requests behind them, on a phone, on a desk and on paper. */
@BatonTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(
        properties = {"baton.people=people.yaml", "baton.outbox.sending=false", "baton.api.tokens.tests=the-token"})
class ReportingInABrowserTest {

    private static final Instant NOW = Instant.parse("2026-06-16T10:00:00Z");
    private static final Path PICTURES = Path.of("target", "pictures");

    /** Those of the guide, when {@code -Dbaton.pictures=docs/pictures} says so. */
    private static final Path SHOWN = Path.of(System.getProperty("baton.pictures", "target/pictures/shown"));

    /** Address behind {@code /dashboard}, and what its pictures are called. */
    private static final List<List<String>> PAGES = List.of(
            List.of("", "overview"),
            List.of("/reliability", "rows"),
            List.of("/campaigns", "campaigns"),
            List.of("/deadlines", "deadlines"),
            List.of("/blockers", "blockers"),
            List.of("/workload", "workload"),
            List.of("/signs", "signs"),
            List.of("/forecasts", "forecasts"),
            List.of("/scatter", "scatter"),
            List.of("/ageing", "ageing"),
            List.of("/flow", "flow"),
            List.of("/control?workflow=landing-page-update", "control"),
            List.of("/heat-map?workflow=campaign-launch", "heat-map"),
            List.of("/weekly", "weekly"));

    /** Those that have drawings. */
    private static final List<String> CHARTS = List.of("scatter", "ageing", "flow", "control", "heat-map");

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcTemplate database;

    @Autowired
    JdbcClient jdbc;

    private ThousandRequests made;

    @BeforeAll
    void aYearOfWork() {
        clock.set(NOW);
        made = ThousandRequests.upTo(NOW, database);
        jdbc.sql("""
                        insert into model_version (definition_id, definition_key, version, deployment_id, author, source,
                          comment, deployed_at)
                        select 'made-up', definition_key, 2, deployment_id, author, source, 'One look instead of two', ?
                        from model_version where definition_key = 'landing-page-update' and version = 1""")
                .param(Instant.parse("2026-01-20T10:00:00Z").atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void everyPageReadsWellOnPhoneAndDesk() {
        try (Browser browser = signedIn()) {
            for (List<String> page : PAGES) {
                browser.open("/dashboard" + page.get(0)).pictures(PICTURES, "reporting-" + page.get(1));
                browser.isAccessible(390, CHARTS.contains(page.get(1)));
                browser.isAccessible(1280, false);
            }
            assertThat(browser.complaints()).isEmpty();
            browser.dark(false);
            for (List<String> page : PAGES) {
                browser.wide(1280).open("/dashboard" + page.get(0));
                browser.picture(SHOWN.resolve("reporting-" + page.get(1) + "-1280.png"), 1_150);
                browser.wide(390).open("/dashboard" + page.get(0));
                browser.picture(SHOWN.resolve("reporting-" + page.get(1) + "-390.png"), 1_600);
            }
        }
    }

    @Test
    void everyPageCanBePrinted() {
        try (Browser browser = signedIn()) {
            for (List<String> page : PAGES) {
                browser.open("/dashboard" + page.get(0)).paper();
                if (CHARTS.contains(page.get(1))) {
                    browser.picture(PICTURES.resolve("reporting-" + page.get(1) + "-paper.png"), 3_000);
                    assertThat(browser.runs("return [...document.querySelectorAll('figure svg')]"
                                    + ".filter(svg => svg.checkVisibility())"
                                    + ".every(svg => svg.getBoundingClientRect().right <= innerWidth"
                                    + " && svg.getBoundingClientRect().height < 900)"))
                            .as(page.get(1) + " is not cut")
                            .isEqualTo(true);
                }
                assertThat((Long) browser.runs("return document.documentElement.scrollWidth"))
                        .as(page.get(1) + " fits the paper")
                        .isLessThanOrEqualTo(718);
                String pdf = new String(browser.pdf(), StandardCharsets.ISO_8859_1);
                assertThat(pdf).startsWith("%PDF-");
                assertThat(Pattern.compile("/Type ?/Page\\b")
                                .matcher(pdf)
                                .results()
                                .count())
                        .as("pages of " + page.get(1))
                        .isBetween(1L, 25L);
                browser.dark(false);
            }
        }
    }

    @Test
    void whatEndedIsCountedAndEachCountLeadsToAsManyRows() throws Exception {
        Visitor leader = leader();
        Document page = leader.opens("/dashboard/scatter?from=2025-06-01").page();

        assertThat(page.select("main").text()).contains((made.delivered() + made.closed()) + " requests ended");
        assertThat(numbers(page.select("table td a"))).isEqualTo(made.delivered() + made.closed());
        assertThat(page.select("figure svg")).hasSize(2);
        Element first = page.select("table td a").last();
        assertThat(leader.opens(first.attr("href")).page().select("h1").text()).startsWith(first.text() + " request");
    }

    @Test
    void whatCameLessWhatEndedIsOpen() throws Exception {
        Document page = leader().opens("/dashboard/flow?from=2025-06-01").page();

        assertThat(page.select("main").text())
                .contains("0 were open when the period began, 1,000 came, " + (made.delivered() + made.closed())
                        + " ended, " + made.open() + " were open at its end.");
        Elements newest = page.select("tbody tr").first().select("td");
        assertThat(newest.get(2).text()).isEqualTo(String.valueOf(made.open()));
        assertThat(Long.parseLong(newest.get(3).text())
                        + Long.parseLong(newest.get(4).text())
                        + Long.parseLong(newest.get(5).text()))
                .isEqualTo(made.open());
    }

    @Test
    void openAtTheEndOfAnEarlierWeekLeadsToAsManyRows() throws Exception {
        Visitor leader = leader();
        Elements weeks = leader.opens("/dashboard/flow?from=2025-06-01").page().select("tbody tr");
        Element open = weeks.get(9).select("td a").last();
        Document rows = leader.opens(open.attr("href")).page();

        assertThat(rows.select("main").text()).contains(" of " + open.text() + " ");
    }

    @Test
    void eachOpenTaskHasItsAgeBesideWhatIsUsual() throws Exception {
        Visitor leader = leader();
        Document page = leader.opens("/dashboard/ageing").page();

        assertThat(page.select("main").text()).contains(made.open() + " tasks wait;");
        assertThat(numbers(page.select("#steps + table td:nth-of-type(1) a"))).isEqualTo(made.open());
        Element first = page.select("#steps + table td:nth-of-type(1) a").first();
        Document rows = leader.opens(first.attr("href")).page();
        assertThat(rows.select("h1").text()).contains(first.text() + " tasks wait");
        assertThat(rows.select("tbody tr")).hasSize(Integer.parseInt(first.text()));
        assertThat(rows.select("tbody tr td:last-child").eachText()).allMatch(text -> text.endsWith("so far"));
    }

    @Test
    void limitsBeginAnewWhereTheWorkflowWasChanged() throws Exception {
        Visitor leader = leader();
        Document page = leader.opens("/dashboard/control?workflow=landing-page-update&what=cycle-time")
                .page();

        assertThat(page.select("main").text())
                .contains("Version 2 came on Tue 20 January: One look instead of two; the limits begin anew")
                .doesNotContain("too short");
        assertThat(page.select("p:contains(by chance between)")).hasSize(2);
        Element week = page.select("tbody td a").first();
        assertThat(leader.opens(week.attr("href")).page().select("h1").text())
                .startsWith((week.text().equals("1") ? "One" : week.text()) + " request");
        assertThat(leader.opens("/dashboard/control?workflow=landing-page-update&from=2026-05-01")
                        .page()
                        .text())
                .contains("That is too short");
    }

    @Test
    void theDiagramShowsTimeAtEachStepAndTheShareThatReachesIt() throws Exception {
        Visitor leader = leader();
        Document page = leader.opens("/dashboard/heat-map?workflow=campaign-launch&from=2025-06-01")
                .page();

        assertThat(page.select("tr:contains(Check the brief) td").last().text()).isEqualTo("100 %");
        String launched = page.select("tbody tr:has(th:matchesOwn(^Launch$), th span:matchesOwn(^Launch$)) td")
                .last()
                .text();
        assertThat(Long.parseLong(launched.replace(" %", ""))).isBetween(80L, 99L);
        assertThat(page.select("figure.heat svg desc").text()).contains("Write the copy:", "Launch:");
        assertThat(leader.opens("/dashboard/heat-map")
                        .page()
                        .select("main ul li a")
                        .eachText())
                .contains("Campaign launch");
    }

    @Test
    void theSameAddressHasTheSameNumbersTomorrow() throws Exception {
        Visitor leader = leader();
        for (String chart : CHARTS) {
            Document today = leader.opens("/dashboard/" + chart + "?workflow=campaign-launch")
                    .page();
            String permalink =
                    today.select("a:contains(A link to these very numbers)").attr("href");
            String then = drawn(leader.opens(permalink).page());
            clock.set(NOW.plusSeconds(3 * 86_400));
            assertThat(drawn(leader.opens(permalink).page())).isEqualTo(then).contains("svg");
            clock.set(NOW);
        }
    }

    @Test
    void ownersSeeTheirOwnWorkflowsAndOthersNothing() throws Exception {
        long all = ended(leader());
        Visitor owner = as("sam@example.com");

        assertThat(ended(owner)).isBetween(1L, all - 1);
        assertThat(owner.opens("/dashboard/ageing")
                        .page()
                        .select("#steps + table small")
                        .eachText())
                .containsOnly("Landing page update");
        assertThat(owner.opens("/dashboard/step?of=content-production&step=write&from=2025-06-01")
                        .page()
                        .select("tbody tr"))
                .isEmpty();
        assertThat(owner.opens("/dashboard/heat-map?workflow=campaign-launch")
                        .page()
                        .text())
                .contains("There is no workflow \"campaign-launch\"");
        Visitor nobody = as("ben@example.com");
        for (String page : CHARTS) {
            assertThat(nobody.opens("/dashboard/" + page).page().select("figure, table"))
                    .isEmpty();
        }
    }

    private static long ended(Visitor reader) throws Exception {
        return numbers(reader.opens("/dashboard/scatter?from=2025-06-01").page().select("table td a"));
    }

    @Test
    void aLogHasChartsToo() throws Exception {
        Visitor program = Visitor.of(port);
        Answer imported =
                program.send(program.request("/api/baselines?name=earlier&format=csv&case=c&activity=a&time=t")
                        .header("Authorization", "Bearer the-token")
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString("""
                        c,a,t
                        1,write,2025-03-03T08:00:00Z
                        1,check,2025-03-05T08:00:00Z
                        2,write,2025-03-04T08:00:00Z
                        2,check,2025-03-10T08:00:00Z
                        """)));
        assertThat(imported.status()).isEqualTo(201);
        Visitor leader = leader();

        assertThat(leader.opens("/dashboard/scatter?source=earlier").page().text())
                .contains("2 requests ended: half within 4 days");
        assertThat(leader.opens("/dashboard/flow?source=earlier").page().text()).contains("2 came, 2 ended");
        assertThat(leader.opens("/dashboard/ageing?source=earlier").page().text())
                .contains("No task waits for anybody.");
        assertThat(leader.opens("/dashboard/control?source=earlier").status()).isEqualTo(200);
        assertThat(leader.opens("/dashboard/heat-map?source=earlier").page().text())
                .contains("An imported log has no diagram.");
    }

    private static String drawn(Document page) {
        return page.select("figure").outerHtml() + page.select("table").text();
    }

    private static long numbers(Elements cells) {
        return cells.eachText().stream().mapToLong(Long::parseLong).sum();
    }

    private Visitor leader() throws Exception {
        return as("priya@example.com");
    }

    private Visitor as(String address) throws Exception {
        return Visitor.of(port).signsIn(address, () -> SignInLink.of(address, jdbc));
    }

    private Browser signedIn() {
        Browser browser = Browser.at(port);
        browser.open("/sign-in").fill("Your mail address", "priya@example.com").click("Send me a link");
        browser.open(SignInLink.of("priya@example.com", jdbc)).click("Sign in");
        return browser;
    }
}
