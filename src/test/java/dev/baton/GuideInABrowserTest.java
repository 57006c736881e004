package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.testkit.BatonProcess;
import dev.baton.testkit.BesideOthers;
import dev.baton.testkit.Browser;
import dev.baton.testkit.Correspondent;
import dev.baton.testkit.Correspondent.Letter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guide for process owners, gone step by step with the words on its buttons. The pictures it takes are those of the
 * guide when {@code -Dbaton.pictures=docs/pictures} says so.
 */
@BesideOthers
class GuideInABrowserTest {

    private static final Path PICTURES = Path.of(System.getProperty("baton.pictures", "target/pictures/guide"));
    private static final Path EXAMPLES = Path.of("docs/guide");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String VERSIONS = "/bench/workflows/newsletter/versions";
    private static final int PHONE = 390;
    private static final int DESK = 1280;

    @TempDir
    Path folder;

    private final int smtp = BatonProcess.freePort();
    private final int imap = BatonProcess.freePort();
    private Path templates;
    private BatonProcess baton;
    private Browser browser;

    @BeforeEach
    void start() throws IOException {
        templates = Files.createDirectory(folder.resolve("mail-templates"));
        baton = BatonProcess.start(Map.of(
                "spring.profiles.active",
                "embedded",
                "spring.datasource.url",
                "jdbc:h2:file:" + folder.resolve("baton"),
                "baton.embedded.smtp-port",
                String.valueOf(smtp),
                "baton.embedded.imap-port",
                String.valueOf(imap),
                "baton.embedded.examples",
                "false",
                "baton.mail-templates",
                templates.toString()));
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
    void theGuideGoesAsItSays() throws IOException {
        nadiaSignsIn();
        sheBeginsWithAFileOfTheBench();
        theCheckSaysWhatToMend();
        String draft = sheLooksAtWhatItDoes();
        sheDeploysIt(draft);
        List<Letter> asked = peopleAskForIt();
        sheChangesItAndMovesWhatRuns(asked);
        sheGoesBack();
        sheLooksAtAMailOfHerOwn();
    }

    private void nadiaSignsIn() {
        browser.wide(DESK).dark(false).open("/sign-in");
        browser.fill("Your mail address", "nadia@example.com").click("Send me a link");
        opened("nadia@example.com", "Your sign-in link");
        browser.click("Sign in").click("Sign in");
        browser.open("/bench").readsWellEverywhere();
        browser.click("From an empty file to a running workflow in twenty minutes")
                .readsWellEverywhere();
        assertThat(browser.heading()).startsWith("For process owners");
    }

    private void sheBeginsWithAFileOfTheBench() throws IOException {
        Object text = browser.wide(DESK)
                .dark(false)
                .runs(
                        "const file = new XMLHttpRequest(); file.open('GET', '/bench/start?name=Caf%C3%A9%20%26%20more', false);"
                                + " file.send(); return file.responseText");
        Path begun = Files.writeString(folder.resolve("cafe-more.bpmn"), String.valueOf(text));
        checks(begun);
        assertThat(browser.text()).contains("Nothing to mend.", "“Café & more” is new.");
    }

    private void theCheckSaysWhatToMend() throws IOException {
        String right = Files.readString(EXAMPLES.resolve("newsletter.bpmn"));
        String wrong = right.replace(" camunda:dueDate=\"P1D\"", "")
                .replace("'changes'", "'change'")
                .replace(" default=\"Flow_4\"", "");
        checks(Files.writeString(Files.createDirectory(folder.resolve("first")).resolve("newsletter.bpmn"), wrong));
        assertThat(browser.text())
                .contains(
                        "3 things must be mended",
                        "The task has no due date",
                        "The condition asks whether approval is \"change\"")
                .doesNotContain("Deploy");
        browser.waitFor(".diagram-paper svg .diagram-error");
        picture("guide-findings", DESK, 900);
        browser.readsWellEverywhere();
        browser.wide(DESK).dark(false);
    }

    private String sheLooksAtWhatItDoes() {
        checks(EXAMPLES.resolve("newsletter.bpmn"));
        assertThat(browser.text()).contains("Nothing to mend.", "“Newsletter item” is new.");
        String draft = browser.address();
        browser.click("Preview: every mail and page");
        await("the preview")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> browser.heading().equals("Preview: Newsletter item"));
        assertThat(browser.text()).contains("Shortest way", "Longest way", "[NEWS-", "Approve the text");
        browser.window(PHONE, 2600);
        picture("guide-preview", PHONE, 1500);
        browser.wide(DESK)
                .click("Walk through it")
                .click("Text is ready")
                .window(PHONE, 2600)
                .dark(true);
        picture("guide-walk", PHONE, 1500);
        browser.wide(DESK).dark(false).click("Back to the draft");
        assertThat(browser.address()).isEqualTo(draft);
        return draft;
    }

    private void sheDeploysIt(String draft) {
        browser.fill("comment", "The first version").click("Deploy");
        assertThat(browser.address()).startsWith(draft);
        assertThat(browser.text()).contains("It is deployed.", "requests+newsletter@example.com", "with its form");
    }

    private List<Letter> peopleAskForIt() {
        Correspondent petra = person("petra@customer.example");
        for (String subject : List.of("New scanner", "Mobile app", "Trade fair")) {
            petra.writes(
                    "requests+newsletter@example.com",
                    subject,
                    "Which product or event is it?: " + subject + "\nWhat should readers know?: Come and see.");
        }
        opened("tom@example.com", "Write the text: New scanner");
        browser.wide(PHONE);
        picture("guide-mail", PHONE, 1000);
        browser.wide(DESK);
        Correspondent tom = person("tom@example.com");
        for (String subject : List.of("New scanner", "Mobile app")) {
            tom.answers(letter(tom.address(), "Write the text: " + subject), "Text is ready\n\nHere it is.");
        }
        letter(tom.address(), "Write the text: Trade fair");
        return List.of(
                letter(petra.address(), "Approve the text: New scanner"),
                letter(petra.address(), "Approve the text: Mobile app"));
    }

    private void sheChangesItAndMovesWhatRuns(List<Letter> asked) throws IOException {
        checks(Files.copy(EXAMPLES.resolve("newsletter-2.bpmn"), folder.resolve("newsletter.bpmn")));
        assertThat(browser.text())
                .contains("becomes version 2", "“Check the wording”, between “Write the text” and “May we say it?”");
        browser.fill("comment", "Legal looks first").click("Deploy").open(VERSIONS);
        assertThat(browser.text()).contains("The first version", "Legal looks first", "3 working days, was 2");
        browser.readsWellEverywhere();
        browser.wide(DESK).dark(false).click("Compare").waitFor(".diagram-paper svg .diagram-added");
        picture("guide-compare", DESK, 900);
        browser.open(VERSIONS).click("Move its requests");
        picture("guide-move", DESK, 900);
        browser.click("Move 3 requests");
        await("the move").atMost(PATIENCE).until(() -> browser.text().contains("3 requests go on in the new version."));
        browser.open(asked.get(0).link("/t/")).click("Print it");
        assertThat(browser.heading()).startsWith("Recorded: Petra approved this");
    }

    private void sheGoesBack() {
        browser.open(VERSIONS).click("Go back to it").click("Go back to version 1");
        assertThat(browser.text()).contains("The file of version 1 is deployed again, as version 3.");
    }

    private void sheLooksAtAMailOfHerOwn() throws IOException {
        Files.copy(EXAMPLES.resolve("press-quote.html"), templates.resolve("press-quote.html"));
        browser.open("/bench").upload("files", EXAMPLES.resolve("press-release.bpmn"));
        browser.upload("files", EXAMPLES.resolve("press-desk.dmn")).click("Check");
        assertThat(browser.text()).contains("Nothing to mend.", "All of them are deployed, or none.");
        browser.click("Deploy").open("/bench").click("See every mail that can leave, and what to mend in your own");
        browser.click("press-quote").window(DESK, 2000);
        assertThat(browser.text())
                .contains("Press release, at “Ask for the quotation”", "Nothing: its fields are known");
        picture("guide-own-mail", DESK, 1000);
    }

    private void checks(Path file) {
        browser.open("/bench").upload("files", file).click("Check");
        assertThat(browser.heading()).isEqualTo(file.getFileName().toString());
    }

    /** Opens the mail in the mailbox of this person, as its reader sees it. */
    private void opened(String reader, String subject) {
        Letter letter = letter(reader, subject);
        browser.open("/mailboxes/" + reader).click(letter.subject()).click("Open the mail as it looks");
    }

    private Letter letter(String reader, String subject) {
        return person(reader).awaitsSubject(subject);
    }

    private Correspondent person(String address) {
        return Correspondent.of(address, smtp, imap);
    }

    private void picture(String name, int width, int height) {
        String dark = name.equals("guide-walk") ? "-dark" : "";
        browser.picture(PICTURES.resolve(name + "-" + width + dark + ".png"), height);
    }
}
