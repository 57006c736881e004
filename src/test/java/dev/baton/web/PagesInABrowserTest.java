package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testkit.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesInABrowserTest extends WebTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @ParameterizedTest
    @CsvSource({"/, start", "/sign-in?expired, sign-in", "/sign-in/sent, sign-in-sent", "/s/example, example"})
    void everyPageReadsWellOnPhoneAndDeskInLightAndDark(String path, String name) {
        try (Browser browser = Browser.at(port)) {
            browser.open(path).pictures(PICTURES, name).readsWellEverywhere();
        }
    }

    @Test
    void aPersonSignsInWithTheLinkFromTheMail() throws Exception {
        try (Browser browser = Browser.at(port)) {
            browser.open("/sign-in")
                    .fill("Your mail address", "sam@example.com")
                    .click("Send me a link");
            assertThat(browser.heading()).isEqualTo("Look into your mailbox");

            String link = linkMailedTo("sam@example.com");
            browser.open(link).readsWellEverywhere();
            browser.open(link).click("Sign in");
            browser.open("/").pictures(PICTURES, "start-signed-in").readsWellEverywhere();

            assertThat(browser.text()).contains("Sam Okoye");
        }
    }
}
