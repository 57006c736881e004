package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.RequestRef;
import dev.baton.testkit.Browser;
import dev.baton.testkit.SignInLink;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What waits for what, as people see it: on a phone and a desk, light and dark. */
class WaitsInABrowserTest extends TasksTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @Autowired
    Blocking blocking;

    @Test
    void requestsThatWaitForEachOtherReadWell() {
        RequestRef flyer = asked("Spring flyer").ref();
        RequestRef prices = asked("Price list").ref();
        RequestRef fair = asked("Stand at the fair").ref();
        blocking.raise(held(flyer, TOM), prices.toString(), "The flyer names the prices.");
        blocking.raise(held(flyer, TOM), fair.toString(), "It says in which hall we are.");
        requests.close(fair, NADIA, "No fair this year.");
        try (Browser browser = Browser.at(port)) {
            browser.open(links.path(held(prices, TOM)))
                    .wide(390)
                    .click("Not now?")
                    .fill("waitsOn", flyer.toString())
                    .fill("what", "The size of the flyer.")
                    .click("Say that I’m blocked")
                    .pictures(PICTURES, "waits-circle")
                    .isAccessibleEverywhere();
            assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("status of 422"));
            assertThat(browser.text()).contains(prices + " → " + flyer + " → " + prices);

            browser.open("/sign-in").fill("address", NADIA.value()).click("Send me a link");
            browser.open(SignInLink.newestIn(outbox).replaceAll("^https?://[^/]+", ""))
                    .click("Sign in");
            browser.open("/requests/" + flyer).pictures(PICTURES, "waits").readsWellEverywhere();
            browser.open("/requests/" + prices).pictures(PICTURES, "waited-for").readsWellEverywhere();
            assertThat(browser.text()).contains("What waits for this", flyer + " Spring flyer");
        }
    }
}
