package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.EmailAddress;
import dev.baton.testkit.Browser;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.SignInLink;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Saying how often one wants mail: with the link of a mail, signed in, and by one press in a mail program. */
class QuietPagesTest extends OutboxTest {

    private static final EmailAddress PETRA = EmailAddress.of("petra@customer.example");
    private static final String ONE_CLICK = "List-Unsubscribe=One-Click";

    @Autowired
    Quiet quiet;

    @Autowired
    QuietLinks links;

    @Autowired
    JsonMapper json;

    @LocalServerPort
    int port;

    @BeforeEach
    void monday() {
        clock.set(SettableClock.START);
    }

    private Answer page(EmailAddress reader) {
        return Visitor.of(port).opens(links.path(reader));
    }

    @Test
    void everyMailLeadsToItsReadersSettings() {
        assertThat(queue(news("anything")).text()).contains(links.page(NADIA));
    }

    @Test
    void lookingChangesNothingAndSaysWhatHolds() {
        Answer page = page(NADIA);
        Visitor.of(port).opens(links.path(NADIA) + "/unsubscribe");

        assertThat(page.heading()).isEqualTo("How often Baton writes to you");
        assertThat(page.body()).contains("nadia@example.com");
        assertThat(page.page().select("input[checked]").val()).isEqualTo("at-once");
        assertThat(quiet.of(NADIA)).isEqualTo(QuietSettings.USUAL);
    }

    @Test
    void aStrangerChoosesByTheLinkAndCanUndoIt() {
        Visitor petra = Visitor.of(port);

        Answer saved = petra.presses("Save", petra.opens(links.path(PETRA)), Map.of("pace", "digest", "budget", "3"));

        assertThat(saved.page().select("[role=status]").text())
                .isEqualTo("Saved: One mail a day. The next one comes on Tuesday 3 March, 09:00 (Berlin), if there is"
                        + " something to say then. To undo it, choose again below.");
        assertThat(quiet.of(PETRA)).isEqualTo(new QuietSettings(Pace.DIGEST, 3));
        petra.presses("Save", saved, Map.of("pace", "at-once", "budget", ""));
        assertThat(quiet.of(PETRA)).isEqualTo(QuietSettings.USUAL);
    }

    @Test
    void aNumberThatIsNoneIsRefusedAndKept() {
        Visitor nadia = Visitor.of(port);

        for (String wrong : new String[] {"0", "1001", "many", "-3"}) {
            Answer refused =
                    nadia.presses("Save", nadia.opens(links.path(NADIA)), Map.of("pace", "digest", "budget", wrong));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page().select("[role=alert]").text()).contains("from 1 to 1,000");
            assertThat(refused.page().select("#budget").val()).isEqualTo(wrong);
            assertThat(refused.page().select("input[checked]").val()).isEqualTo("digest");
        }
        assertThat(quiet.of(NADIA)).isEqualTo(QuietSettings.USUAL);
    }

    @Test
    void oneWhoIsSignedInNeedsNoLink() {
        Visitor nadia = Visitor.of(port).signsIn(NADIA.value(), () -> SignInLink.newestIn(outbox));

        Answer saved = nadia.presses("Save", nadia.opens("/quiet"), Map.of("pace", "working-hours"));

        assertThat(saved.at().getPath()).isEqualTo("/quiet");
        assertThat(quiet.of(NADIA).pace()).isEqualTo(Pace.WORKING_HOURS);
        assertThat(nadia.opens("/my").page().select("a[href=/quiet]")).isNotEmpty();
    }

    @Test
    void whoeverIsSignedInSeesHowMuchMailTheyGot() {
        Visitor nadia = Visitor.of(port).signsIn(NADIA.value(), () -> SignInLink.newestIn(outbox));
        postman.deliverDue();

        assertThat(nadia.opens("/quiet").page().select("main p").eachText())
                .contains("You got one mail from Baton this week. In the week before you got none.");
        assertThat(page(NADIA).body()).doesNotContain("You got");
    }

    @Test
    void programsSeeHowMuchMailPeopleGot() {
        queue(news("anything"));
        postman.deliverDue();

        JsonNode weeks = json.readTree(
                Visitor.of(port).calls("/api/outbox/weeks", "secret").body());
        assertThat(weeks.get("items")).hasSize(12);
        assertThat(weeks.get("next").isNull()).isTrue();
        JsonNode last = weeks.get("items").get(11);
        assertThat(last.get("monday").asString()).isEqualTo("2026-03-02");
        assertThat(last.get("from").asString()).isEqualTo("2026-03-01T23:00:00Z");
        assertThat(last.get("people").asInt()).isEqualTo(1);
        assertThat(last.get("mails").asInt()).isEqualTo(1);
        assertThat(last.get("byKind").get("news").asInt()).isEqualTo(1);
        assertThat(last.get("perPerson").isNull()).isTrue();
        assertThat(last.toString()).doesNotContain(NADIA.value());

        JsonNode first = json.readTree(Visitor.of(port)
                .calls("/api/outbox/weeks?from=2026-02-18&to=2026-03-02&size=2&zone=Asia/Tokyo", "secret")
                .body());
        assertThat(first.get("items").get(0).get("monday").asString()).isEqualTo("2026-02-16");
        JsonNode next = json.readTree(Visitor.of(port)
                .calls(
                        "/api/outbox/weeks?from=2026-02-18&to=2026-03-02&after="
                                + first.get("next").asString(),
                        "secret")
                .body());
        assertThat(next.get("items")).hasSize(1);
        assertThat(next.get("items").get(0).get("monday").asString()).isEqualTo("2026-03-02");
        for (String wrong : List.of("from=yesterday", "zone=Atlantis", "from=2026-04-01", "to=-5000-01-01")) {
            Answer refused = Visitor.of(port).calls("/api/outbox/weeks?" + wrong, "secret");
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).contains(wrong.substring(0, wrong.indexOf('=')));
        }
    }

    @Test
    void nobodyElseSeesThemOnTheSignedInPage() {
        assertThat(Visitor.of(port).opens("/quiet").heading()).isNotEqualTo("How often Baton writes to you");
    }

    @Test
    void aMailProgramUnsubscribesWithOnePostAndNothingElseDoesSo() {
        quiet.choose(NADIA, new QuietSettings(Pace.DIGEST, 7));
        Visitor program = Visitor.of(port);
        String there = links.path(NADIA) + "/unsubscribe";

        assertThat(sends(program, there, "").status()).isEqualTo(400);
        assertThat(sends(program, links.path(NADIA), ONE_CLICK).status()).isEqualTo(403);
        assertThat(sends(program, links.path(NADIA) + "x/unsubscribe", ONE_CLICK)
                        .status())
                .isEqualTo(404);
        assertThat(quiet.of(NADIA).pace()).isEqualTo(Pace.DIGEST);

        assertThat(sends(program, there, ONE_CLICK).status()).isEqualTo(200);

        assertThat(quiet.of(NADIA)).isEqualTo(new QuietSettings(Pace.ONLY_WAITING, 7));
    }

    private static Answer sends(Visitor program, String to, String body) {
        return program.send(program.request(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void aLinkThatIsNotOursSaysSo() {
        Answer page = Visitor.of(port).opens("/q/bmFkaWFAZXhhbXBsZS5jb20.AAAA");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.heading()).isEqualTo("This link does not work");
    }

    @Test
    void itReadsWellEverywhereAndTakesAPress() {
        try (Browser browser = Browser.at(port)) {
            browser.open(links.path(NADIA))
                    .pictures(Path.of("target", "pictures"), "quiet")
                    .readsWellEverywhere();
            browser.click("Save").readsWellEverywhere();
            assertThat(browser.text()).contains("Saved: Each mail by itself.");
        }
    }
}
