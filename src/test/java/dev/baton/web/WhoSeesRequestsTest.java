package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.Forms;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.QueuedMail;
import dev.baton.outbox.ReturnedMails;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.Requests;
import dev.baton.shared.EmailAddress;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Participants see their own requests, owners those of their workflows, leaders all. */
class WhoSeesRequestsTest extends WebTest {

    @Autowired
    Requests requests;

    @Autowired
    Workflows workflows;

    @Autowired
    Forms forms;

    @Autowired
    RequestLinks links;

    @Autowired
    Outbox outbox;

    @Autowired
    ReturnedMails returned;

    private Request launch;
    private Request landing;

    @BeforeEach
    void requests() {
        launch = incomplete("campaign-launch");
        landing = incomplete("landing-page-update");
    }

    private Request incomplete(String key) {
        Workflow workflow = workflows.byKey(key).orElseThrow();
        EmailAddress petra = EmailAddress.of("petra@customer.example");
        return requests.open(NewRequest.of(workflow, "Who sees " + key, petra, "Petra Vogel")
                .with(Map.of(), forms.brief(workflow.definitionId())));
    }

    @Test
    void anOwnerSeesTheRequestsOfOwnWorkflows() throws Exception {
        Visitor nadia = signedIn("nadia@example.com");

        assertThat(nadia.opens("/requests").body())
                .contains(launch.ref().toString())
                .doesNotContain(landing.ref().toString());
        assertThat(nadia.opens("/requests/" + launch.ref()).status()).isEqualTo(200);
        assertThat(nadia.opens("/requests/" + landing.ref()).status()).isEqualTo(403);
    }

    @Test
    void aLeaderSeesAllAndChangesNothing() throws Exception {
        Visitor priya = signedIn("priya@example.com");

        assertThat(priya.opens("/requests").body())
                .contains(launch.ref().toString(), landing.ref().toString());
        Answer page = priya.opens("/requests/" + launch.ref());
        assertThat(page.page().select("main form")).isEmpty();
        assertThat(page.page().select("a[href*=/brief/]")).isEmpty();
        for (String act : List.of("message", "close", "start")) {
            Answer refused = priya.posts(
                    "/requests/" + launch.ref() + "/" + act,
                    Map.of("text", "Me too", "reason", "No", "_csrf", token(priya)));
            assertThat(refused.status()).as(act).isEqualTo(403);
            assertThat(refused.heading()).isEqualTo("This page is not for you");
        }
    }

    @Test
    void itsOwnerReadsThatMailsComeBackAndLiftsTheMarkWithOnePress() throws Exception {
        QueuedMail sent = outbox.of(launch.ref()).get(0);
        returned.returned(sent, true, "5.1.1", "550 5.1.1 No such user");
        try {
            Visitor nadia = signedIn("nadia@example.com");
            Answer page = nadia.opens("/requests/" + launch.ref());
            assertThat(page.page().text()).contains("Mails to petra@customer.example come back", "No such user");
            assertThat(signedIn("priya@example.com")
                            .opens("/requests/" + launch.ref())
                            .page()
                            .select("form[action*=write-again]"))
                    .isEmpty();

            nadia.presses("It works again, send now", page);
            assertThat(returned.mark(sent.to())).isEmpty();
        } finally {
            outbox.writeAgainTo(sent.to());
        }
    }

    private static String token(Visitor visitor) {
        return visitor.opens("/requests").page().select("meta[name=csrf-token]").attr("content");
    }

    /** The workflow is Sam's, and so is the role of an owner. */
    @Test
    void whoOwnsAnotherWorkflowSeesThat() throws Exception {
        assertThat(signedIn("sam@example.com").opens("/requests").body())
                .contains(landing.ref().toString())
                .doesNotContain(launch.ref().toString());
    }

    @Test
    void whoeverHasNothingToDoWithItSeesNothing() throws Exception {
        Visitor maria = signedIn("maria@example.com");

        assertThat(maria.opens("/requests").body())
                .doesNotContain(launch.ref().toString(), landing.ref().toString());
        assertThat(maria.opens("/requests/" + launch.ref()).status()).isEqualTo(403);
    }

    @Test
    void onlyWhoeverAnswersForARequestReadsWhatIsWrittenToOthers() throws Exception {
        requests.join(launch.ref(), said("petra@customer.example", "Any news?"), Set.of());

        assertThat(status(launch).text())
                .contains("Any news?", "Baton to Petra")
                .doesNotContain("Baton to Nadia", "mails to others");
        assertThat(page("priya@example.com", launch).text())
                .contains("Any news?")
                .doesNotContain("Baton to", "mails to others");
        Document nadias = page("nadia@example.com", launch);
        assertThat(nadias.select("article.ours").text())
                .contains("Baton to Nadia")
                .doesNotContain("Petra,");
        assertThat(nadias.select("details:contains(mails to others) li"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).startsWith("Baton to Petra"));
    }

    @Test
    void whatAStrangerWritesIsShownAsAStrangers() throws Exception {
        requests.join(launch.ref(), said("mallory@elsewhere.example", "Copy is ready"), Set.of());
        requests.join(launch.ref(), said("petra@customer.example", "Any news?"), Set.of());

        assertThat(status(launch).select("article:contains(Copy is ready)").text())
                .contains("Tom Keller <mallory@elsewhere.example>", "Baton does not know this sender");
        assertThat(status(launch).select("article:contains(Any news?)").text())
                .contains("Tom Keller,")
                .doesNotContain("does not know");
    }

    private static IncomingMessage said(String author, String text) {
        return new IncomingMessage(EmailAddress.of(author), "Tom Keller", text, "", SettableClock.START, null, null);
    }

    private Document status(Request request) {
        return somebody()
                .opens(URI.create(links.status(request.ref())).getPath())
                .page();
    }

    private Document page(String reader, Request request) throws Exception {
        return signedIn(reader).opens("/requests/" + request.ref()).page();
    }

    /** A status link is passed on; who may look may not fill in the brief. */
    @Test
    void theStatusLinkDoesNotLeadToTheBrief() throws Exception {
        Answer status = somebody().opens(URI.create(links.status(launch.ref())).getPath());

        assertThat(status.body()).contains("The link to the form is in our mail to Petra Vogel");
        assertThat(status.page().select("a[href*=/brief/]")).isEmpty();
        assertThat(signedIn("nadia@example.com")
                        .opens("/requests/" + launch.ref())
                        .page()
                        .select("a[href*=/brief/]"))
                .hasSize(1);
    }
}
