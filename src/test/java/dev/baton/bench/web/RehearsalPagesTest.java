package dev.baton.bench.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.bench.DraftFile;
import dev.baton.bench.Drafts;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Browser;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of a rehearsal, without scripts and in a browser. */
@BatonTest
class RehearsalPagesTest {

    private static final Path PICTURES = Path.of(System.getProperty("baton.pictures", "target/pictures/preview"));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final String CAMPAIGN = "/bench/workflows/campaign-launch";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Drafts drafts;

    @Test
    void aWalkGoesOnByPressingOutcomesWithoutScripts() {
        Visitor nadia = signedIn("nadia@example.com");

        Answer begin = ready(nadia, CAMPAIGN + "/walk");
        assertThat(begin.heading()).isEqualTo("Walk through: Campaign launch");
        assertThat(begin.page().text()).contains("Check the brief", "Nadia Brandt", "[LAUNCH-");
        assertThat(begin.page().select("iframe[srcdoc]"))
                .isNotEmpty()
                .allMatch(frame -> frame.attr("sandbox").isEmpty());

        Answer asked = nadia.opens(link(begin, "Ask for more"));
        assertThat(asked.page().text())
                .contains(
                        "Nadia Brandt answered “Check the brief” with “Ask for more”",
                        "Answer the questions",
                        "Robin Sample");
        Answer reminded = nadia.opens(link(asked, "Nobody answers until somebody is reminded"));
        assertThat(reminded.page().text()).contains("Nobody did anything", "Due ");
        assertThat(nadia.opens(link(reminded, "Start over")).page().text()).doesNotContain("Nobody did anything");
    }

    @Test
    void theFrameOfATaskIsThePageThatItsHolderSees() {
        Visitor nadia = signedIn("nadia@example.com");
        Answer walk = ready(nadia, CAMPAIGN + "/walk");

        Answer frame = nadia.opens(walk.page().select("iframe[src*=/walk/task]").attr("src"));

        assertThat(frame.heading()).contains("asks you to check the brief");
        assertThat(frame.page().select("button[name=outcome]").eachText())
                .contains("Accept", "Ask for more", "Decline");
        assertThat(frame.header("Content-Security-Policy"))
                .contains("sandbox", "script-src 'none'", "form-action 'none'");
        assertThat(frame.page().select("header.top")).isEmpty();
    }

    @Test
    void anotherBriefLeadsToAnotherOwner() {
        Visitor nadia = signedIn("nadia@example.com");
        Answer form = nadia.opens(link(ready(nadia, CAMPAIGN + "/walk"), "Begin with another brief"));

        Answer walk = nadia.opens(CAMPAIGN + "/walk/go?f.kind=newsletter&f.goal=Much");

        assertThat(form.page().select("[name=f.kind]")).hasSize(1);
        assertThat(walk.at().getQuery()).contains("brief=").contains("newsletter");
        assertThat(walk.page().select(".phone-card").text()).contains("Check the brief");
    }

    @Test
    void aPreviewShowsMailsPagesAndCounts() {
        Answer preview = ready(signedIn("nadia@example.com"), "/bench/workflows/request-triage/preview");

        assertThat(preview.page().select("table.counts tbody th").eachText())
                .contains("Nadia Brandt", "Robin Sample", "All mails");
        assertThat(preview.page().select(".phone-card h3").eachText())
                .contains("Decide what to do", "Do the work")
                .anyMatch(subject -> subject.contains("We have it"));
        assertThat(preview.header("Refresh")).isEmpty();
    }

    @Test
    void aDraftIsRehearsedInPlaceOfWhatIsDeployed() throws Exception {
        String review = Files.readString(Path.of("bpmn/review.bpmn"));
        String changed = review.replace("name=\"Review the work\"", "name=\"Look at it closely\"");
        Visitor nadia = signedIn("nadia@example.com");

        Answer preview = ready(nadia, "/bench/drafts/" + draft("review.bpmn", changed) + "/preview");

        assertThat(preview.page().select(".phone-card h3").eachText()).contains("Look at it closely");
        assertThat(preview.page().text()).contains("This draft changes other workflows too");
        Answer walk = ready(
                nadia, preview.page().select("a[role=button][href*=/walk]").attr("href"));
        assertThat(walk.heading()).startsWith("Walk through: ");
        assertThat(nadia.opens(walk.page().select("[data-diagram]").attr("data-diagram"))
                        .body())
                .contains("<bpmn:definitions");
    }

    @Test
    void aDraftWithErrorsIsNotRehearsed() {
        Visitor nadia = signedIn("nadia@example.com");

        String broken =
                draft("broken.bpmn", "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>");

        assertThat(nadia.opens("/bench/drafts/" + broken + "/preview").page().text())
                .contains("has to be mended");
        assertThat(nadia.opens("/bench/drafts/none/preview").status()).isEqualTo(404);
    }

    private String draft(String name, String content) {
        return drafts.keep("nadia@example.com", List.of(new DraftFile(name, content.getBytes(StandardCharsets.UTF_8))))
                .id();
    }

    @Test
    void whatCannotBeRehearsedIsSaidInWords() {
        Visitor nadia = signedIn("nadia@example.com");

        assertThat(nadia.opens("/bench/workflows/review/preview").page().text()).contains("other workflows call it");
        assertThat(nadia.opens("/bench/workflows/nothing/preview").status()).isEqualTo(404);
        assertThat(ready(nadia, CAMPAIGN + "/walk?answers=what,is(this").page().text())
                .contains("could not be read");
        assertThat(ready(nadia, CAMPAIGN + "/walk?answers=launch.done").page().text())
                .contains("cannot be pressed here");
    }

    @Test
    void onlyProcessOwnersRehearse() {
        assertThat(signedIn("ben@example.com").opens(CAMPAIGN + "/preview").status())
                .isEqualTo(403);
        assertThat(Visitor.of(port).opens(CAMPAIGN + "/walk").at().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void thePreviewReadsWellInLightAndDarkOnDeskAndPhone() {
        ready(signedIn("nadia@example.com"), CAMPAIGN + "/preview");
        try (Browser browser = Browser.at(port)) {
            browser.open("/sign-in")
                    .fill("Your mail address", "nadia@example.com")
                    .click("Send me a link");
            browser.open(signInLink("nadia@example.com")).click("Sign in");
            browser.open(CAMPAIGN + "/preview");
            for (int width : Browser.WIDTHS) {
                int height = width == PHONE ? 4000 : 2400;
                browser.window(width, height);
                assertThat(browser.textInFrame(".phone iframe[srcdoc]")).contains("Sample request");
                for (boolean dark : new boolean[] {false, true}) {
                    browser.dark(dark);
                    browser.picture(PICTURES.resolve("preview-" + width + (dark ? "-dark" : "") + ".png"), height);
                }
            }
            browser.isAccessibleEverywhere();
            browser.open(CAMPAIGN + "/walk?answers=checkBrief.accept").window(DESK, 1800);
            assertThat(browser.textInFrame(".phone iframe[src*='/walk/task']"))
                    .contains("Draft is ready")
                    .doesNotContain("I press this myself");
            assertThat(browser.textInFrame(".phone iframe[srcdoc]")).contains("Sample request");
            browser.dark(false)
                    .picture(PICTURES.resolve("preview-walk-1280.png"), 1800)
                    .isAccessibleEverywhere();
        }
    }

    /** Opens the page, again and again while it says that it is being prepared. */
    private static Answer ready(Visitor visitor, String address) {
        return await("the rehearsal at " + address)
                .atMost(PATIENCE)
                .until(() -> visitor.opens(address), answer -> answer.status() != 202);
    }

    private static String link(Answer on, String text) {
        return on.page().select("a").stream()
                .filter(link -> link.text().startsWith(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No link '" + text + "' on\n" + on.page().text()))
                .attr("href");
    }

    private Visitor signedIn(String address) {
        Visitor visitor = Visitor.of(port);
        visitor.presses("Send me a link", visitor.opens("/sign-in"), Map.of("address", address));
        visitor.presses("Sign in", visitor.opens(signInLink(address)));
        return visitor;
    }

    private String signInLink(String address) {
        return "/sign-in/link?token="
                + jdbc.sql("select token_value from one_time_tokens where username = ?")
                        .param(address)
                        .query(String.class)
                        .list()
                        .get(0);
    }
}
