package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testkit.Browser;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bench's pages of mails, as a process owner sees them. */
class MailTemplatePagesTest extends WebTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @Autowired
    JsonMapper json;

    @Test
    void anOwnerSeesEveryMailAndWhatIsToMend() throws Exception {
        Visitor nadia = signedIn("nadia@example.com");

        Answer list = nadia.opens("/bench/mails");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.page().select("tbody th a").eachText())
                .contains("task", "away", "stuck")
                .doesNotContain("layout");
        Answer mail = nadia.opens("/bench/mails/away?case=away.unknown");
        assertThat(mail.heading()).isEqualTo("Mail “away”");
        assertThat(mail.page().select("iframe")).hasSize(3).allMatch(frame -> frame.hasAttr("sandbox"));
        assertThat(mail.header("Content-Security-Policy")).contains("frame-src 'self'");
        assertThat(mail.page().text()).contains("Nothing: its fields are known", "Lena Winter");
    }

    @Test
    void theFileOfAMailIsThereToBeChanged() throws Exception {
        Visitor nadia = signedIn("nadia@example.com");

        Answer mail = nadia.opens("/bench/mails/delivered");
        byte[] file = nadia.downloads(mail.page().select("a[download]").attr("href"));

        assertThat(file).isEqualTo(Files.readAllBytes(Path.of("mail-templates/delivered.html")));
        assertThat(nadia.opens("/bench/mails/layout/file").status()).isEqualTo(404);
    }

    @Test
    void nothingRunsInTheFrameOfAMail() throws Exception {
        Answer frame = signedIn("nadia@example.com").opens("/bench/mails/task/html");

        assertThat(frame.header("Content-Security-Policy"))
                .contains("default-src 'none'", "sandbox", "frame-ancestors 'self'");
        assertThat(frame.header("Content-Type")).startsWith("text/html");
        assertThat(frame.body()).contains("Approve the landing page copy").doesNotContain("prefers-color-scheme");
    }

    @Test
    void whoOwnsNoWorkflowIsNotLetIn() throws Exception {
        Visitor lea = signedIn("lea@example.com");

        assertThat(lea.opens("/bench/mails").status()).isEqualTo(403);
        assertThat(lea.opens("/bench/mails/task/html").status()).isEqualTo(403);
    }

    @Test
    void aMailThatIsNotThereIsSaidPlainly() throws Exception {
        Visitor nadia = signedIn("nadia@example.com");

        assertThat(nadia.opens("/bench/mails/no-such-mail").status()).isEqualTo(404);
        assertThat(nadia.opens("/bench/mails/layout").status()).isEqualTo(404);
        assertThat(nadia.opens("/bench/mails/..%2Fpom").status()).isIn(400, 404);
    }

    @Test
    void aProgramChecksATemplateBeforeItIsSaved() {
        JsonNode fine = checked("name=task", "<title>Do it</title><p th:text=\"${sentence}\">Do it.</p>");
        assertThat(fine.get("usable").asBoolean()).isTrue();
        assertThat(fine.get("subject").asString()).isEqualTo("Do it");
        assertThat(fine.get("findings")).isEmpty();

        JsonNode broken = checked("name=task", "<title>Do it</title><p th:text=\"${sentnce}\">Do it.</p>");
        assertThat(broken.get("usable").asBoolean()).isFalse();
        assertThat(broken.get("findings").get(0).get("message").asString()).contains("sentnce");

        JsonNode own = checked("", "<title>News</title><p>Hello</p><a href=\"more\">More</a>");
        assertThat(own.get("usable").asBoolean()).isTrue();
        assertThat(own.get("findings").get(0).get("severity").asString()).isEqualTo("warning");

        assertThat(checked("", "\0\1 no template at all <<<").get("usable").asBoolean())
                .isFalse();
    }

    @Test
    void aTemplateThatIsMuchTooLargeIsRefused() {
        assertThat(posted("", "a".repeat(600_000)).status()).isEqualTo(413);
    }

    @Test
    void thePagesReadWellOnPhoneAndDeskInLightAndDark() throws Exception {
        try (Browser browser = Browser.at(port)) {
            browser.open("/sign-in")
                    .fill("Your mail address", "oliver@example.com")
                    .click("Send me a link");
            browser.open(linkMailedTo("oliver@example.com")).click("Sign in");
            browser.open("/bench/mails").pictures(PICTURES, "bench-mails").readsWellEverywhere();
            browser.open("/bench/mails/task").pictures(PICTURES, "bench-mail").readsWellEverywhere();
        }
    }

    private JsonNode checked(String query, String template) {
        Answer answer = posted(query, template);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private Answer posted(String query, String template) {
        Visitor program = somebody();
        return program.send(program.request("/api/mail-templates/check?" + query)
                .header("Authorization", "Bearer the-token")
                .POST(BodyPublishers.ofString(template)));
    }
}
