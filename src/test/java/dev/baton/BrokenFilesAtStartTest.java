package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inbox.Arrival;
import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerProcessing;
import dev.baton.inbox.LedgerState;
import dev.baton.outbox.BrokenTemplates;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.Postman;
import dev.baton.outbox.QueuedMail;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.PostOffice;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.SignInLink;
import dev.baton.testkit.TestMail;
import dev.baton.testkit.Visitor;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A model, a template and a person with a mistake in their files do not keep the others from starting. */
@BatonTest
class BrokenFilesAtStartTest {

    private static final List<String> MODELS =
            List.of("request-triage.bpmn", "landing-page-update.bpmn", "review.bpmn", "triage.dmn");

    private static final String ADMIN = "admin@example.com";
    private static final PostOffice OFFICE = PostOffice.opened();

    @TempDir
    static Path folder;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerProcessing processing;

    @Autowired
    Outbox outbox;

    @Autowired
    Postman postman;

    @Autowired
    BrokenTemplates broken;

    @Autowired
    Map<String, HealthIndicator> health;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void broken(DynamicPropertyRegistry properties) throws IOException {
        properties.add("baton.outbox.sending", () -> false);
        OFFICE.takesOutgoing(properties);
        properties.add("baton.models", () -> folder.resolve("bpmn").toString());
        properties.add(
                "baton.mail-templates", () -> folder.resolve("mail-templates").toString());
        properties.add("baton.people", () -> folder.resolve("people.yaml").toString());
        models(Files.createDirectory(folder.resolve("bpmn")));
        templates(Files.createDirectory(folder.resolve("mail-templates")));
        String people = Files.readString(Path.of("people.yaml"));
        Files.writeString(folder.resolve("people.yaml"), people + "  - address: not an address\n");
    }

    private static void models(Path models) throws IOException {
        for (String file : MODELS) {
            Files.copy(Path.of("bpmn", file), models.resolve(file));
        }
        String launch = Files.readString(Path.of("bpmn/campaign-launch.bpmn"));
        Files.writeString(
                models.resolve("campaign-launch.bpmn"), launch.substring(0, launch.indexOf("</bpmn:startEvent>")));
        String report = Files.readString(Path.of("bpmn/reporting-request.bpmn"));
        Files.writeString(
                models.resolve("reporting-request.bpmn"), report.replaceFirst("camunda:dueDate=\"[^\"]*\"", ""));
    }

    private static void templates(Path templates) throws IOException {
        Files.writeString(templates.resolve("acknowledgement.html"), """
                <html>
                <head><title>Thank you</title></head>
                <body>
                <p th:text="${request.getClass()}">Your request</p>
                </body>
                </html>
                """);
    }

    @Test
    void theOthersWork() {
        LedgerEntry entry = ledger.accept(
                TestMail.from("petra@customer.example")
                        .to("requests+page@example.com")
                        .about("New wording")
                        .saying("Which page?: https://example.com/fair\n\nPlease say 'Hall 3'.")
                        .raw(),
                Arrival.posted(clock.instant()));
        processing.processDue();

        assertThat(ledger.find(entry.id())).map(LedgerEntry::state).contains(LedgerState.OPENED);
        QueuedMail acknowledgement = outbox.list(null, null, 50).items().stream()
                .filter(mail -> mail.to().value().equals("petra@customer.example"))
                .findFirst()
                .orElseThrow();
        assertThat(acknowledgement.text()).contains("PAGE-1");
        assertThat(acknowledgement.problem()).contains("acknowledgement.html, line 4");
        assertThat(visitor().opens("/new").page().text())
                .contains("Landing page update")
                .doesNotContain("Campaign launch", "Reporting request");
    }

    @Test
    void whatIsChangedInAMailIsInTheNextThatArrives() throws IOException {
        Path template = folder.resolve("mail-templates/sign-in.html");
        String standard = Files.readString(Path.of("mail-templates/sign-in.html"));
        Files.writeString(template, standard.replace("This link signs you in", "Come in"));
        assertThat(signInMail()).contains("Come in to Baton.");

        Files.writeString(template, standard.replace("This link signs you in", "The door is open"));
        assertThat(signInMail()).contains("The door is open to Baton.").doesNotContain("Come in");

        Files.writeString(template, standard.replace("${validFor}", "${validFor.getClass()}"));
        assertThat(signInMail()).contains("/sign-in/link").doesNotContain("The door is open");
        clock.jump(Duration.ofMinutes(1));
        broken.tell();
        broken.tell();
        postman.deliverDue();
        assertThat(OFFICE.mailsTo(ADMIN).stream().map(BrokenFilesAtStartTest::text))
                .filteredOn(text -> text.contains("the mail sign-in.html cannot be used"))
                .singleElement()
                .asString()
                .contains("sign-in.html, line 10", "plain layout");
        assertThat(detailsOfTheOutbox()).containsKey("sign-in.html");

        Files.delete(template);
        clock.jump(Duration.ofMinutes(1));
        assertThat(signInMail()).contains("This link signs you in to Baton.");
        assertThat(detailsOfTheOutbox()).doesNotContainKey("sign-in.html").containsKey("acknowledgement.html");
    }

    private Map<String, Object> detailsOfTheOutbox() {
        return health.get("outboxHealthIndicator").health().getDetails();
    }

    /** The newest mail that the admin got with a link to sign in, as it arrived. */
    private String signInMail() {
        clock.jump(Duration.ofMinutes(20));
        int before = OFFICE.mailsTo(ADMIN).size();
        Visitor admin = visitor();
        admin.presses("Send me a link", admin.opens("/sign-in"), Map.of("address", ADMIN));
        postman.deliverDue();
        List<MimeMessage> mails = OFFICE.mailsTo(ADMIN);
        return mails.subList(before, mails.size()).stream()
                .map(BrokenFilesAtStartTest::text)
                .filter(text -> text.contains("/sign-in/link"))
                .findFirst()
                .orElseThrow();
    }

    private static String text(MimeMessage mail) {
        try {
            return String.valueOf(
                    ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent());
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException("A mail without text", unreadable);
        }
    }

    @Test
    void whatIsBrokenIsNamedWithFileAndLine() throws IOException {
        Visitor admin = visitor().signsIn("admin@example.com", () -> SignInLink.newestIn(outbox));

        assertThat(admin.opens("/workflows").page().text())
                .containsSubsequence(
                        "campaign-launch.bpmn not deployed",
                        "The file stops in the middle.",
                        "line " + line("campaign-launch.bpmn", "</bpmn:startEvent>"),
                        "reporting-request.bpmn not deployed",
                        "The task has no due date",
                        "line " + line("reporting-request.bpmn", "camunda:dueDate="));
        assertThat(admin.opens("/outbox").page().text())
                .contains("acknowledgement.html, line 4: “request.getClass()” does more than name fields");
        long lastLine = Files.lines(folder.resolve("people.yaml")).count();
        assertThat(admin.opens("/").page().text())
                .contains("people.yaml:" + lastLine + " This is no mail address and is left out.");
    }

    /** The line of the file on which this stands first. */
    private static int line(String file, String words) throws IOException {
        String text = Files.readString(Path.of("bpmn", file));
        return (int) text.substring(0, text.indexOf(words)).lines().count();
    }

    private Visitor visitor() {
        return Visitor.of(port);
    }
}
