package dev.baton.bench.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.baton.bench.DraftFile;
import dev.baton.bench.Drafts;
import dev.baton.bench.rehearsal.Answers;
import dev.baton.bench.rehearsal.FoundMail;
import dev.baton.bench.rehearsal.Journey;
import dev.baton.bench.rehearsal.NotPlayableException;
import dev.baton.bench.rehearsal.Piece;
import dev.baton.bench.rehearsal.Preview;
import dev.baton.bench.rehearsal.Previews;
import dev.baton.bench.rehearsal.Rehearsal;
import dev.baton.bench.rehearsal.Rehearsals;
import dev.baton.bench.rehearsal.SentMail;
import dev.baton.shared.EmailAddress;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Browser;
import dev.baton.testkit.SignInLink;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

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

    @Autowired
    Programme programme;

    @Autowired
    Previews previews;

    @Autowired
    Rehearsals rehearsals;

    @Autowired
    ITemplateEngine templates;

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
    void whatAPreviewLeftOutIsSaidInWords() {
        Programme.Entry entry = programme.find(null, "request-triage");
        Preview whole = await().atMost(PATIENCE)
                .until(() -> previews.of(Objects.requireNonNull(entry.piece())), Optional::isPresent)
                .orElseThrow();
        SentMail gap = new SentMail(
                "press-quote",
                null,
                EmailAddress.of("tom@example.com"),
                "Tom",
                "Quote: null",
                "",
                "",
                Instant.EPOCH,
                null);
        Preview part = new Preview(
                whole.workflow(),
                whole.brief(),
                List.of(),
                List.of(),
                List.of(new FoundMail(gap, Set.of("Tom"), "at once")),
                List.of(),
                List.of(),
                List.of("Do the work"),
                List.of(),
                7,
                false,
                List.of("Vote on the flyer"),
                List.of(Journey.Kind.LONGEST));

        Document page = rendered(
                "bench/preview",
                Map.of(
                        "entry",
                        entry,
                        "preview",
                        part,
                        "uncounted",
                        List.of("LONGEST"),
                        "columns",
                        List.of(),
                        "tasks",
                        List.of(),
                        "walk",
                        new WalkAddress(entry.base(), Map.of(), Answers.NONE)));

        assertThat(page.select("p.notice").text())
                .contains(
                        "after 7 answers the time was over",
                        "further answers to Vote on the flyer.",
                        "were not counted on: Longest way",
                        "Nobody came to these steps in what was tried",
                        "These mails say “null”",
                        "press-quote")
                .doesNotContain("However people answer");
    }

    @Test
    void whatTheEngineRefusesIsSaidInPlainWordsFirst() {
        Piece triage =
                Objects.requireNonNull(programme.find(null, "request-triage").piece());
        String model = new String(triage.files().get("request-triage.bpmn"), StandardCharsets.UTF_8);
        byte[] broken = model.replace("targetRef=\"", "targetRef=\"no").getBytes(StandardCharsets.UTF_8);
        Piece refusedPiece =
                new Piece("request-triage", Map.of("request-triage.bpmn", broken), triage.elements(), Map.of());
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("key", "request-triage"));

        NotPlayableException refused = catchThrowableOfType(
                NotPlayableException.class, () -> rehearsals.playNow(refusedPiece, Rehearsal::emptyBrief));
        request.addHeader("Sec-Fetch-Dest", "iframe");
        MockHttpServletResponse response = new MockHttpServletResponse();
        ModelAndView answer = new RefusedRehearsals(programme).refused(refused, request, response);
        Document page = rendered(Objects.requireNonNull(answer.getViewName()), answer.getModel());

        assertThat(page.select("main > p").text()).contains("cannot be played").doesNotContain("ENGINE");
        assertThat(page.select("details pre").text()).contains("ENGINE-");
        assertThat(response.getHeader("Content-Security-Policy")).contains("frame-ancestors 'self'");
    }

    private Document rendered(String template, Map<String, ?> model) {
        MockServletContext servlet = new MockServletContext();
        WebContext context = new WebContext(JakartaServletWebApplication.buildApplication(servlet)
                .buildExchange(new MockHttpServletRequest(servlet), new MockHttpServletResponse()));
        model.forEach(context::setVariable);
        return Jsoup.parse(templates.process(template, context));
    }

    @Test
    void aFrameThatHasToWaitMayBeShownInItsFrameAndComesAgain() throws Exception {
        Visitor nadia = signedIn("nadia@example.com");
        String review = Files.readString(Path.of("bpmn/review.bpmn")).replace("Review the work", "Look and wait");

        Answer frame = nadia.opens("/bench/drafts/" + draft("review.bpmn", review) + "/preview/brief");

        assertThat(frame.status()).isEqualTo(202);
        assertThat(frame.header("Refresh")).isNotEmpty();
        assertThat(frame.header("Content-Security-Policy")).contains("frame-ancestors 'self'");
        assertThat(frame.page().select("header.top")).isEmpty();
        assertThat(nadia.opens("/bench/workflows/review/preview/brief").status())
                .isEqualTo(404);
    }

    @Test
    void namesFromAModelAreTextEverywhere() throws Exception {
        String name = "&lt;pwned&gt;x&lt;/pwned&gt;";
        String model = Files.readString(Path.of("bpmn/landing-page-update.bpmn"))
                .replaceAll("(name|label)=\"([A-Z][^\"]*)\"", "$1=\"$2 " + name + "\"")
                .replace("Ready to look at", "Ready " + name);
        Visitor nadia = signedIn("nadia@example.com");
        String draft = "/bench/drafts/" + draft("landing-page-update.bpmn", model);
        Answer walk = ready(nadia, draft + "/walk");
        String frame = walk.page().select("iframe[src*=/walk/task]").attr("src");

        List<Answer> pages = List.of(
                nadia.opens(draft),
                ready(nadia, draft + "/preview"),
                ready(nadia, draft + "/preview/brief"),
                ready(nadia, draft + "/what-if"),
                walk,
                nadia.opens(frame),
                nadia.opens(frame.replace("/walk/task", "/walk/form")));

        assertThat(pages).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).as(page.at().getPath()).contains("pwned");
            assertThat(page.page().select("pwned")).isEmpty();
            assertThat(page.page().select("iframe[srcdoc]").eachAttr("srcdoc"))
                    .allSatisfy(mail ->
                            assertThat(Jsoup.parse(mail).select("pwned")).isEmpty());
        });
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
            browser.open(SignInLink.of("nadia@example.com", jdbc)).click("Sign in");
            browser.open(CAMPAIGN + "/preview");
            for (int width : Browser.WIDTHS) {
                int height = width == PHONE ? 3200 : 1700;
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
        return Visitor.of(port).signsIn(address, () -> SignInLink.of(address, jdbc));
    }
}
