package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.requests.Decision;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.NewFile;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.Browser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

/** The task page as people see it: on a phone and a desk, light and dark. */
class TaskPageInABrowserTest extends TasksTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @Test
    void aPersonDecidesOnAPhone() throws IOException {
        RequestRef ref = asked("Spring flyer").ref();
        byte[] flyer = png();
        files.add(ref, new NewFile("flyer.png", "image/png", flyer.length, new ByteArrayResource(flyer)), PETRA);
        conversation.add(
                ref,
                new IncomingMessage(
                        PETRA, "Petra Klein", "The price has to be large.", "", clock.instant(), null, null));
        blockers.raise(ref, openTask(ref).id(), "Ines Roth", "The picture is missing.", TOM);
        try (Browser browser = Browser.at(port)) {
            browser.open(links.url(held(ref, TOM)).replaceAll("^https?://[^/]+", ""))
                    .pictures(PICTURES, "task")
                    .readsWellEverywhere()
                    .wide(390)
                    .click("Not now?")
                    .pictures(PICTURES, "task-not-now")
                    .readsWellEverywhere();

            browser.wide(390).fill("comment", "Please use the new logo.").click("Request changes");

            assertThat(browser.heading()).startsWith("Recorded: Tom Keller answered this with “Request changes”");
            browser.pictures(PICTURES, "task-decided").readsWellEverywhere();
        }
        assertThat(decisions.of(ref)).extracting(Decision::remark).containsExactly("Please use the new logo.");
    }

    @Test
    void aFormWithEveryKindOfFieldReadsWell() {
        RequestRef ref = asked("Spring flyer").ref();
        press(held(ref, TOM), "approve", "");
        try (Browser browser = Browser.at(port)) {
            browser.open(links.url(held(ref, LEA)).replaceAll("^https?://[^/]+", ""))
                    .wide(390)
                    .fill("f.copies", "many")
                    .click("It is printed")
                    .pictures(PICTURES, "task-form");

            assertThat(browser.text()).contains("“How many copies” takes a whole number");
            browser.fill("f.copies", "500").click("It is printed");
            assertThat(browser.heading()).startsWith("Recorded: Lea Winter did this");
        }
    }

    @Test
    void pagesWithoutATaskReadWell() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);
        requests.close(ref, NADIA, "Not needed any more.");
        try (Browser browser = Browser.at(port)) {
            browser.open(links.path(toTom)).readsWellEverywhere();
            assertThat(browser.heading()).isEqualTo("The request has ended");
            browser.open("/t/nonsense");
            assertThat(browser.heading()).isEqualTo("This link does not work");
        }
    }

    private static byte[] png() throws IOException {
        BufferedImage picture = new BufferedImage(240, 160, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 240; x++) {
            for (int y = 0; y < 160; y++) {
                picture.setRGB(x, y, x * 65536 + y * 256 + 120);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
