package dev.baton.bench.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.bench.DraftFile;
import dev.baton.bench.Drafts;
import dev.baton.bench.whatif.Pasts;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Browser;
import dev.baton.testkit.SignInLink;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What process owners read of past requests, without scripts and in a browser. */
@BatonTest
class WhatIfPagesTest {

    private static final Path PICTURES = Path.of(System.getProperty("baton.pictures", "target/pictures/what-if"));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext baton;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Drafts drafts;

    @Autowired
    WhatIfApi api;

    @BeforeEach
    void thePast() {
        new Pasts(baton).happens();
    }

    @Test
    void eachNumberOpensTheRequestsBehindIt() {
        Visitor nadia = signedIn("nadia@example.com");

        Answer page = ready(nadia, "/bench/drafts/" + stricter() + "/what-if");

        assertThat(page.heading()).isEqualTo("What if: Spend money");
        assertThat(page.page().select(".lead").text()).isEqualTo("Of the last 12 requests, 5 would go another way.");
        assertThat(page.page().select("summary").eachText())
                .contains("5 would come to “Ask legal” besides.", "5 more", "In 5, “Fine” was assumed at “Ask legal”.");
        assertThat(page.page().select("main p").eachText())
                .contains("Nobody would miss “Anything else?”: no condition and no decision table reads it, and it was"
                        + " left empty in 12 of 12 requests.");
        assertThat(page.page().select("details").stream()
                        .filter(details -> details.text().startsWith("5 would come"))
                        .findFirst()
                        .orElseThrow()
                        .select("a")
                        .eachAttr("href"))
                .hasSize(5)
                .allMatch(link -> link.startsWith("/requests/SPEND-"));
        assertThat(page.page().select("tbody th").eachText()).containsExactly("Ben Carter", "Maria Holt");
        assertThat(page.page().text()).contains("No request that runs would have to move");
    }

    @Test
    void asManyAsWantedAreTriedAndNonsenseIsNot() {
        Visitor nadia = signedIn("nadia@example.com");
        String draft = stricter();

        assertThat(ready(nadia, "/bench/drafts/" + draft + "/what-if?requests=2")
                        .page()
                        .select(".lead")
                        .text())
                .startsWith("Of the last 2 requests");
        assertThat(ready(nadia, "/bench/drafts/" + draft + "/what-if?requests=-7")
                        .page()
                        .select(".lead")
                        .text())
                .startsWith("Of the one request that has ended");
        assertThat(nadia.opens("/bench/drafts/" + draft + "/what-if?requests=many")
                        .status())
                .isEqualTo(400);
        assertThat(nadia.opens("/bench/drafts/none/what-if").status()).isEqualTo(404);
        assertThat(nadia.opens("/bench/workflows/spend/versions/77/what-if").status())
                .isEqualTo(404);
    }

    @Test
    void aVersionIsTriedBeforeSomebodyGoesBackToIt() {
        Answer page = ready(signedIn("nadia@example.com"), "/bench/workflows/spend/versions/1/what-if");

        assertThat(page.page().select(".lead").text()).isEqualTo("Of the last 12 requests, none would go another way.");
        assertThat(page.page().text()).contains("Everybody would have had as many tasks as now.");
    }

    @Test
    void whereNothingHasEndedThePreviewIsNamed() {
        String content = Pasts.content()
                .replace("\"what-if-content\"", "\"what-if-new\"")
                .replace("\"TRIED\"", "\"FRESH\"")
                .replace("value=\"tried\"", "value=\"fresh\"");

        Answer page = ready(signedIn("nadia@example.com"), "/bench/drafts/" + draft("new.bpmn", content) + "/what-if");

        assertThat(page.page().select(".lead").text()).startsWith("No request of this workflow has ended yet.");
        assertThat(page.page().select("a[href$=/preview]")).hasSize(1);
    }

    @Test
    void onlyProcessOwnersAndProgramsAsk() {
        String draft = stricter();

        assertThat(signedIn("ben@example.com")
                        .opens("/bench/drafts/" + draft + "/what-if")
                        .status())
                .isEqualTo(403);
        assertThat(Visitor.of(port)
                        .opens("/api/bench/drafts/" + draft + "/what-if")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void programsReadTheSame() {
        String draft = stricter();

        ResponseEntity<?> answer = await("the answer")
                .atMost(PATIENCE)
                .until(
                        () -> api.draft(draft, null, 200),
                        each -> each.getStatusCode().value() != 202);

        assertThat(answer.getBody()).isInstanceOfSatisfying(WhatIfApi.Answer.class, found -> {
            assertThat(found.workflow()).isEqualTo("spend");
            assertThat(found.requests()).isEqualTo(12);
            assertThat(found.same()).isEqualTo(7);
            assertThat(found.other()).hasSize(5);
            assertThat(found.ways()).singleElement().satisfies(way -> {
                assertThat(way.kind()).isEqualTo("with");
                assertThat(way.requests()).isEqualTo(found.other());
            });
            assertThat(found.people())
                    .extracting(WhatIfApi.Load::person)
                    .containsExactly("ben@example.com", "maria@example.com");
        });
        assertThat(api.version("review", 1, 200).getStatusCode().value()).isEqualTo(422);
    }

    @Test
    void thePageReadsWellInLightAndDarkOnDeskAndPhone() {
        String address = "/bench/drafts/"
                + draft(
                        "what-if-content.bpmn",
                        Pasts.content()
                                .replace("camunda:candidateGroups=\"design\"", "camunda:candidateGroups=\"audience\"")
                                .replace("withdraw=Withdraw*", "stop=Stop it*")
                                .replace("outlineCheck == 'withdraw'", "outlineCheck == 'stop'"))
                + "/what-if";
        ready(signedIn("nadia@example.com"), address);
        try (Browser browser = Browser.at(port)) {
            browser.open("/sign-in")
                    .fill("Your mail address", "nadia@example.com")
                    .click("Send me a link");
            browser.open(SignInLink.of("nadia@example.com", jdbc)).click("Sign in");
            browser.open(address).click("8 more");
            assertThat(browser.text())
                    .contains("none would go another way; one cannot be compared.", "Jonas Beck", "TRIED-1");
            browser.pictures(PICTURES, "what-if").readsWellEverywhere();
        }
    }

    /** Legal is asked from half the money on. */
    private String stricter() {
        return draft(
                "spend-level.dmn",
                Pasts.read("src/test/resources/models/what-if/spend-level.dmn").replace("10000", "5000"));
    }

    private String draft(String name, String content) {
        return drafts.keep("nadia@example.com", List.of(new DraftFile(name, Pasts.bytes(content))))
                .id();
    }

    /** Opens the page, again and again while it says that past requests are being played. */
    private static Answer ready(Visitor visitor, String address) {
        return await("the page at " + address)
                .atMost(PATIENCE)
                .until(() -> visitor.opens(address), answer -> answer.status() != 202);
    }

    private Visitor signedIn(String address) {
        return Visitor.of(port).signsIn(address, () -> SignInLink.of(address, jdbc));
    }
}
