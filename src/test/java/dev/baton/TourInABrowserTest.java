package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.testkit.BatonProcess;
import dev.baton.testkit.BesideOthers;
import dev.baton.testkit.Browser;
import dev.baton.testkit.Correspondent;
import dev.baton.testkit.Correspondent.Letter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The five minutes of the README, step by step, on the embedded start with its made-up history. The pictures it takes
 * are those of the README when {@code -Dbaton.pictures=docs/pictures} says so.
 */
@BesideOthers
class TourInABrowserTest {

    private static final Path PICTURES = Path.of(System.getProperty("baton.pictures", "target/pictures/tour"));
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int PHONE = 390;
    private static final int DESK = 1280;
    private static final int WINDOW = 900;

    @TempDir
    Path folder;

    private final int smtp = BatonProcess.freePort();
    private final int imap = BatonProcess.freePort();
    private BatonProcess baton;
    private Browser browser;

    @BeforeEach
    void start() {
        baton = BatonProcess.start(Map.of(
                "spring.profiles.active",
                "embedded",
                "spring.datasource.url",
                "jdbc:h2:file:" + folder.resolve("baton"),
                "baton.embedded.smtp-port",
                String.valueOf(smtp),
                "baton.embedded.imap-port",
                String.valueOf(imap)));
        browser = Browser.at(baton.port());
        baton.up();
    }

    @AfterEach
    void stop() {
        if (browser != null) {
            browser.close();
        }
        baton.close();
    }

    @Test
    void theTourGoesAsTheReadmeSays() {
        petraAsks();
        Letter acknowledgement = petraCompletesTheBrief();
        nadiaAcceptsOnAPhone();
        tomAnswersByMail();
        petraSeesHowItStands(acknowledgement);
        theAdminLooksAround();
    }

    private void petraAsks() {
        browser.wide(DESK).dark(false).open("/mailboxes").readsWellEverywhere();
        browser.wide(DESK)
                .dark(false)
                .fill("subject", "Spring launch")
                .fill("text", "Hello, our new scanner comes out in May, and hospitals should hear of it.\n\nPetra")
                .click("Send");
        assertThat(browser.heading()).isEqualTo("petra@customer.example");
    }

    private Letter petraCompletesTheBrief() {
        Letter acknowledgement = opened("petra@customer.example", "Needed to begin: Spring launch");
        picture("mail-acknowledgement", PHONE, Integer.MAX_VALUE);
        browser.click("Fill it in");
        assertThat(browser.heading()).startsWith("Complete the brief");
        browser.choose("f.kind", "Product launch")
                .fill("f.goal", "200 registrations from hospitals by the end of May")
                .choose("f.launchDate", "2027-05-03");
        picture("brief", PHONE, Integer.MAX_VALUE);
        browser.click("Send and begin");
        assertThat(browser.text()).contains("Nadia Brandt promised it for");
        return acknowledgement;
    }

    private void nadiaAcceptsOnAPhone() {
        opened("nadia@example.com", "Check the brief: Spring launch");
        picture("mail-task", PHONE, Integer.MAX_VALUE);
        browser.click("Accept");
        assertThat(browser.text()).contains("Nothing is recorded before you press a button.");
        browser.dark(true);
        picture("task", PHONE, Integer.MAX_VALUE);
        browser.dark(false).click("Accept");
        assertThat(browser.heading()).startsWith("Recorded: Nadia Brandt answered this with “Accept”");
    }

    private void tomAnswersByMail() {
        Letter task = letter("tom@example.com", "Write the copy: Spring launch");
        browser.open("/mailboxes/tom@example.com")
                .click(task.subject())
                .fill("text", "Copy is ready\n\nIt is in https://files.example.com/spring-launch")
                .click("Send");
    }

    private void petraSeesHowItStands(Letter acknowledgement) {
        await("Tom's answer on the status page")
                .atMost(PATIENCE)
                .until(() -> browser.wide(DESK)
                        .open(acknowledgement.link("/s/"))
                        .text()
                        .contains("Write the copy: Copy is ready."));
        assertThat(browser.text()).contains("Ines, Lea, until", "Monday 3 May 2027");
        picture("status", DESK, WINDOW);
        browser.click("Diagram").waitFor(".diagram-paper svg");
    }

    private void theAdminLooksAround() {
        browser.open("/sign-in").fill("Your mail address", "admin@example.com").click("Send me a link");
        opened("admin@example.com", "Your sign-in link");
        browser.click("Sign in").click("Sign in");
        for (String page : List.of("My work", "Requests")) {
            go(page);
            browser.readsWellEverywhere();
        }
        go("Outbox");
        go("Ledger");
        picture("ledger", DESK, WINDOW);
        go("Dashboard");
        picture("dashboard", DESK, WINDOW);
        go("Workflows");
        browser.click("Campaign launch").click("Diagram").waitFor(".diagram-paper svg");
        picture("workflow", DESK, Integer.MAX_VALUE);
    }

    private void go(String page) {
        browser.wide(DESK).dark(false).click(page);
        assertThat(browser.heading()).isEqualTo(page);
    }

    /** Opens the mail in the mailbox of this person, as its reader sees it. */
    private Letter opened(String reader, String subject) {
        Letter letter = letter(reader, subject);
        browser.open("/mailboxes/" + reader).click(letter.subject()).click("Open the mail as it looks");
        assertThat(browser.runs("return [...document.images].every(image => image.complete && image.naturalWidth > 0)"))
                .as("pictures of the mail to " + reader)
                .isEqualTo(true);
        return letter;
    }

    private Letter letter(String reader, String subject) {
        return Correspondent.of(reader, smtp, imap).awaitsSubject(subject);
    }

    private void picture(String name, int width, int height) {
        browser.wide(width).picture(PICTURES.resolve(name + "-" + width + ".png"), height);
    }
}
