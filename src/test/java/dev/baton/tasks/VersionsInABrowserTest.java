package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.models.Models;
import dev.baton.testkit.Browser;
import dev.baton.testkit.Dropped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Versions as their owner sees them: on a phone and a desk, light and dark. */
class VersionsInABrowserTest extends TasksTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @Autowired
    Models models;

    @Test
    void whatIsDifferentIsMarkedOnTheDrawing() throws IOException {
        String review = Files.readString(Path.of("bpmn/review.bpmn"));
        deploy(review);
        deploy(review.replace("P2D", "P3D")
                .replace("Make the changes", "Change it")
                .replace("name=\"What did they say?\"", "name=\"Their verdict?\""));
        try (Browser browser = Browser.at(port)) {
            browser.open("/sign-in").fill("address", "admin@example.com").click("Send me a link");
            String mail = outbox.list(null, null, 1).items().get(0).text();
            browser.open(mail.replaceAll("(?s).*?http://[^/]*(/sign-in/link\\S*).*", "$1"))
                    .click("Sign in");

            browser.open("/bench/workflows/review/versions")
                    .pictures(PICTURES, "versions")
                    .readsWellEverywhere();
            browser.open("/bench/workflows/review/compare")
                    .waitFor(".diagram-paper svg .diagram-changed")
                    .pictures(PICTURES, "versions-compared")
                    .readsWellEverywhere();

            assertThat(browser.text()).contains("“Change it” was called “Make the changes” before.");
            browser.open("/bench/workflows/review/versions/1/back")
                    .pictures(PICTURES, "version-back")
                    .readsWellEverywhere();
            browser.open("/bench/workflows/review/move").readsWellEverywhere();
        }
    }

    private void deploy(String xml) {
        Dropped.into(models, "review.bpmn", xml.getBytes(StandardCharsets.UTF_8));
    }
}
