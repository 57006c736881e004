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
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workflow is changed in its file alone, while requests run: from the file in the folder over the plan and the press that
 * moves them to the mail that only the new version writes.
 */
@BesideOthers
class ChangedWhileRunningTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String VERSIONS = "/bench/workflows/content-production/versions";

    @TempDir
    Path folder;

    private final int smtp = BatonProcess.freePort();
    private final int imap = BatonProcess.freePort();

    @Test
    void aRequestThatRunsGoesOnInTheVersionThatWasDroppedIn() throws IOException {
        Path models = Files.createDirectory(folder.resolve("bpmn"));
        for (String file : List.of("request-triage.bpmn", "content-production.bpmn", "review.bpmn", "triage.dmn")) {
            Files.copy(Path.of("bpmn", file), models.resolve(file));
        }
        try (BatonProcess baton = BatonProcess.start(properties(models)).up()) {
            Correspondent petra = person("petra@customer.example");
            petra.writes(
                    "requests+content@example.com",
                    "An article",
                    "What should it be?: Article or blog post\nWhat should people remember?: We ship on Fridays");
            Letter outline = person("tom@example.com").awaitsSubject("Write the outline");

            drop(models);
            Visitor tom = signedIn(baton, "tom@example.com");
            await().atMost(PATIENCE)
                    .until(() -> tom.opens(VERSIONS).page().select("tbody tr").size() == 2);
            assertThat(tom.opens(VERSIONS)
                            .page()
                            .select("tbody tr")
                            .get(0)
                            .select("li")
                            .eachText())
                    .contains(
                            "“Approve the outline and the title” was called “Approve the outline” before.",
                            "“Approve the outline and the title”: the answer “Send it back” was called “Request"
                                    + " changes”.");
            Visitor.Answer plan = tom.opens("/bench/workflows/content-production/move?from=1");
            assertThat(plan.page().select(".lead").text()).contains("One request can go on in version 2");
            String progress = tom.presses("Move one request", plan).at().getPath();
            await().atMost(PATIENCE)
                    .until(() -> tom.opens(progress).page().text().contains("One request goes on"));

            tom.presses(
                    "Outline is ready", tom.opens(outline.link("/t/")), Map.of("comment", "Half a page, as wanted."));

            Letter approval = petra.awaitsSubject("Approve the outline and the title");
            Visitor.Answer task = baton.visitor().opens(approval.link("/t/"));
            assertThat(task.page().select(".outcomes button").eachText())
                    .containsExactly("Approve", "Send it back", "Withdraw");
            String status = task.page().select("a[href*=/s/]").stream()
                    .map((Element link) -> link.attr("href"))
                    .findFirst()
                    .orElseThrow();
            assertThat(baton.visitor().opens(status + "/diagram").body()).contains("Send it back");
        }
    }

    /** As Camunda Modeler saves it: a whole file in place of the other. */
    private void drop(Path models) throws IOException {
        String before = Files.readString(models.resolve("content-production.bpmn"));
        String after = before.replace("\"Approve the outline\"", "\"Approve the outline and the title\"")
                .replace(
                        "approve=Approve, changes=Request changes*, withdraw=Withdraw*",
                        "approve=Approve, changes=Send it back*, withdraw=Withdraw*");
        Path saved = Files.writeString(folder.resolve("saved.bpmn"), after);
        Files.move(saved, models.resolve("content-production.bpmn"), StandardCopyOption.REPLACE_EXISTING);
    }

    private Map<String, String> properties(Path models) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("spring.profiles.active", "embedded");
        properties.put("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("baton"));
        properties.put("baton.embedded.smtp-port", String.valueOf(smtp));
        properties.put("baton.embedded.imap-port", String.valueOf(imap));
        properties.put("baton.embedded.examples", "false");
        properties.put("baton.models", models.toString());
        return properties;
    }

    private Visitor signedIn(BatonProcess baton, String address) {
        return baton.visitor()
                .signsIn(address, () -> person(address).awaits("/sign-in/link").link("/sign-in/link"));
    }

    private Correspondent person(String address) {
        return Correspondent.of(address, smtp, imap);
    }
}
