package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.testkit.BatonProcess;
import dev.baton.testkit.BesideOthers;
import dev.baton.testkit.Correspondent;
import dev.baton.testkit.Correspondent.Letter;
import dev.baton.testkit.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One BPMN file and one mail template, dropped into the folders of a running Baton, are a workflow. */
@BesideOthers
class DroppedInWorkflowTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final int smtp = BatonProcess.freePort();
    private final int imap = BatonProcess.freePort();

    @Test
    void twoFilesAreAWorkflow() throws IOException {
        Path models = Files.createDirectory(folder.resolve("bpmn"));
        Path templates = Files.createDirectory(folder.resolve("mail-templates"));
        Files.copy(Path.of("bpmn/request-triage.bpmn"), models.resolve("request-triage.bpmn"));
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.profiles.active", "embedded");
        properties.put("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("baton"));
        properties.put("baton.embedded.smtp-port", String.valueOf(smtp));
        properties.put("baton.embedded.imap-port", String.valueOf(imap));
        properties.put("baton.embedded.examples", "false");
        properties.put("baton.models", models.toString());
        properties.put("baton.mail-templates", templates.toString());
        try (BatonProcess baton = BatonProcess.start(properties).up()) {
            Files.copy(Path.of("docs/example/booth-booked.html"), templates.resolve("booth-booked.html"));
            Files.copy(Path.of("docs/example/fair-booth.bpmn"), models.resolve("fair-booth.bpmn"));
            await().atMost(PATIENCE)
                    .until(() -> baton.visitor().opens("/new/fair-booth").status() == 200);

            Correspondent petra = person("petra@customer.example");
            petra.writes("requests+fair@example.com", "A booth", "Which fair is it?: Hanover fair");

            Letter task = person("nadia@example.com").awaitsSubject("Book the booth");
            Visitor nadia = baton.visitor();
            nadia.presses("It is booked", nadia.opens(task.link("/t/")));

            Letter booked = petra.awaitsSubject("Booth booked");
            assertThat(booked.subject()).isEqualTo("[FAIR-1] Booth booked: Hanover fair");
            assertThat(booked.text()).contains("the booth at Hanover fair is booked");
            assertThat(petra.awaitsSubject("Done").subject()).startsWith("[FAIR-1]");
        }
    }

    private Correspondent person(String address) {
        return Correspondent.of(address, smtp, imap);
    }
}
