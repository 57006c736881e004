package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.requests.Request;
import dev.baton.testkit.Browser;
import dev.baton.testkit.TestMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormsInABrowserTest extends IntakeTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @Test
    void everyFormReadsWellOnPhoneAndDeskInLightAndDark() {
        try (Browser browser = Browser.at(port)) {
            browser.open("/new").pictures(PICTURES, "new").readsWellEverywhere();
            browser.open("/new/campaign-launch")
                    .pictures(PICTURES, "new-launch")
                    .readsWellEverywhere();
            browser.wide(390).click("Send the request");
            assertThat(browser.text()).contains("Not sent yet: 6 answers need another look.");
            browser.pictures(PICTURES, "new-launch-problems");
        }
    }

    @Test
    void onAPhoneTheFieldsFollowWhatIsChosenAndTheRequestIsSent() {
        try (Browser browser = Browser.at(port)) {
            browser.wide(390).open("/new/poster");
            browser.waitUntilGone("f-copies").choose("f.kind", "On a wall").waitFor("[name='f.copies']");
            browser.fill("title", "Poster for the fair")
                    .fill("f.copies", "20")
                    .fill("name", "Petra Vogel")
                    .fill("address", "petra@customer.example")
                    .pictures(PICTURES, "new-poster")
                    .click("Send the request");

            assertThat(browser.address()).contains("/s/");
            assertThat(browser.text()).contains("Poster for the fair");
        }
    }

    @Test
    void aChosenFileStaysWhileFieldsComeAndGo(@TempDir Path folder) throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "What the customer said.");
        try (Browser browser = Browser.at(port)) {
            browser.open("/new/content-production")
                    .waitUntilGone("f-customer")
                    .upload("f.material", notes)
                    .choose("f.kind", "Case study")
                    .waitFor("[name='f.customer']")
                    .readsWellEverywhere();
            browser.fill("title", "The first clinic with the app")
                    .fill("f.message", "Half the paper work")
                    .fill("f.customer", "Clinic of Weimar")
                    .fill("name", "Petra Vogel")
                    .fill("address", "petra@customer.example")
                    .click("Send the request");

            assertThat(browser.text()).contains("The first clinic with the app", "notes.txt");
        }
    }

    @Test
    void theBriefIsCompletedOnAPhone() {
        Request request = opened(TestMail.from(PETRA)
                .to("requests+launch@example.com")
                .about("Hospital webinar")
                .saying("Kind: event\n\nWe want hospitals to know our scanner."));
        String link = lastMailTo("petra@customer.example", request.ref())
                .text()
                .replaceAll("(?s).*(/brief/[\\w.-]+).*", "$1");
        try (Browser browser = Browser.at(port)) {
            browser.open(link).pictures(PICTURES, "brief").readsWellEverywhere();
            browser.wide(390).choose("f.launchDate", "2026-05-14").click("Send and begin");
            assertThat(browser.address()).contains("/s/");
            browser.open(link).pictures(PICTURES, "brief-done").readsWellEverywhere();
        }
    }
}
