package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.requests.Request;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Tasks;
import dev.baton.testkit.Browser;
import dev.baton.testkit.TestMail;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages behind signed links that no other test looks at in a browser. */
class LinksInABrowserTest extends IntakeTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @Autowired
    Tasks tasks;

    private String link(String pattern, String reader, Request request) {
        Matcher found = Pattern.compile(pattern)
                .matcher(lastMailTo(reader, request.ref()).text());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void theyReadWellOnPhoneAndDeskInLightAndDark() {
        Request request = opened(TestMail.from("Tom Weber <tom@example.com>")
                .to("requests+launch@example.com")
                .about("Fwd: Hospital webinar")
                .saying("Please.\n\n---------- Forwarded message ---------\nFrom: Clara Vogt <clara@customer.example>\n"
                        + "Date: Mon, Mar 2, 2026\nSubject: Hospital webinar\nTo: Tom\n\n" + COMPLETE));
        String forwarded = link("/forwarded/[\\w.-]+", "tom@example.com", request);
        String clarasOwn = link("/s/[\\w.-]+", "clara@customer.example", request);
        HandOver handOver = tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);
        String task = link("/t/[\\w.-]+", handOver.person().value(), request);
        try (Browser browser = Browser.at(port)) {
            browser.open(forwarded).pictures(PICTURES, "forwarded").readsWellEverywhere();
            browser.fill("Their mail address", "nobody").click("Make it theirs").isAccessibleEverywhere();
            assertThat(browser.text()).contains("Please write a mail address");
            assertThat(browser.complaints()).as("that it was refused").hasSize(1);

            browser.open(clarasOwn).pictures(PICTURES, "status-of-its-author").readsWellEverywhere();
            browser.open(forwarded).click("It is my own request").isAccessibleEverywhere();
            browser.open(clarasOwn).pictures(PICTURES, "link-ended").isAccessibleEverywhere();
            assertThat(browser.heading()).isEqualTo("This link has ended");
            assertThat(browser.complaints()).as("that it is gone").isNotEmpty();

            browser.open(task + "/hand-over?to=tom@example.com")
                    .pictures(PICTURES, "hand-over")
                    .readsWellEverywhere();

            signIn(browser, "nadia@example.com");
            browser.open("/quiet").readsWellEverywhere();
        }
    }
}
