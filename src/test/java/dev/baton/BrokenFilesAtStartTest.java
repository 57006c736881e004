package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inbox.Arrival;
import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerProcessing;
import dev.baton.inbox.LedgerState;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.QueuedMail;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.TestMail;
import dev.baton.testkit.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A model, a template and a person with a mistake in their files do not keep the others from starting. */
@BatonTest
class BrokenFilesAtStartTest {

    private static final List<String> MODELS =
            List.of("request-triage.bpmn", "landing-page-update.bpmn", "review.bpmn", "triage.dmn");

    @TempDir
    static Path folder;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerProcessing processing;

    @Autowired
    Outbox outbox;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void broken(DynamicPropertyRegistry properties) throws IOException {
        properties.add("baton.outbox.sending", () -> false);
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
    void whatIsBrokenIsNamedWithFileAndLine() throws IOException {
        Visitor admin = visitor();
        admin.presses("Send me a link", admin.opens("/sign-in"), Map.of("address", "admin@example.com"));
        String link = outbox.list(null, null, 1)
                .items()
                .get(0)
                .text()
                .replaceAll("(?s).*?(http://\\S*/sign-in/link\\S*).*", "$1");
        admin.presses("Sign in", admin.opens(link));

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
