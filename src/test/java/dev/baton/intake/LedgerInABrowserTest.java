package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inbox.LedgerEntry;
import dev.baton.testkit.Browser;
import dev.baton.testkit.TestMail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The ledger as an admin sees it, with mails that came to different ends. */
class LedgerInABrowserTest extends IntakeTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @Test
    void theLedgerReadsWellOnPhoneAndDeskInLightAndDark() {
        LedgerEntry opened = arrives(TestMail.from(PETRA)
                .to("requests+launch@example.com")
                .about("Hospital webinar")
                .saying(COMPLETE + "\n> Please send us a brief.")
                .attaching("slides.pdf", "application/pdf", "slides".getBytes(StandardCharsets.UTF_8)));
        LedgerEntry ignored = arrives(TestMail.from("Ben <ben@customer.example>")
                .to("requests@example.com")
                .about("Out of office")
                .saying("I am back on Monday.")
                .with("Auto-Submitted", "auto-replied"));
        try (Browser browser = Browser.at(port)) {
            signIn(browser, "admin@example.com");

            browser.open("/ledger").pictures(PICTURES, "ledger").readsWellEverywhere();
            assertThat(browser.text()).contains("Hospital webinar", "Opened a request " + opened.request());

            browser.open("/ledger/" + opened.id())
                    .pictures(PICTURES, "ledger-entry")
                    .readsWellEverywhere();
            assertThat(browser.text()).contains("The sender’s own words", "slides.pdf", "Put it there");

            browser.open("/ledger/" + ignored.id()).readsWellEverywhere();
            assertThat(browser.text()).contains("auto-replied", "Read it again");

            browser.open("/ledger/" + ignored.id() + "/source").readsWellEverywhere();
            assertThat(browser.text()).contains("Auto-Submitted: auto-replied");

            browser.open("/ledger?state=received&words=nobody").readsWellEverywhere();
            assertThat(browser.text()).contains("No mail fits.");
        }
    }

    @Test
    void whatWaitsIsSeenInTheMenuAndPutWhereItBelongsWithOnePress() {
        LedgerEntry request = arrives(TestMail.from(PETRA)
                .to("requests+launch@example.com")
                .about("Spring fair")
                .saying(COMPLETE));
        LedgerEntry waiting = arrives(TestMail.from(PETRA)
                .to("requests+t.00000000000000000000@example.com")
                .about("Re: Spring fair")
                .saying("Please make it blue."));
        try (Browser browser = Browser.at(port)) {
            signIn(browser, "admin@example.com");
            browser.open("/ledger?state=quarantined")
                    .pictures(PICTURES, "ledger-quarantine")
                    .readsWellEverywhere();
            assertThat(browser.text()).contains("waiting", "Re: Spring fair");

            browser.open("/ledger/" + waiting.id())
                    .pictures(PICTURES, "ledger-waiting")
                    .readsWellEverywhere();
            browser.fill("request", String.valueOf(request.request())).click("Put it there");
            browser.pictures(PICTURES, "ledger-done").readsWellEverywhere();
            assertThat(browser.text()).contains("It is part of " + request.request() + " now.");

            browser.open("/requests/" + request.request())
                    .pictures(PICTURES, "ledger-request")
                    .readsWellEverywhere();
            browser.click("Wrong here? Move this mail");
            assertThat(browser.heading()).isEqualTo("Spring fair");
        }
    }
}
