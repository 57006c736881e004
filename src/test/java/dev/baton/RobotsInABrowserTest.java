package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testkit.BatonProcess;
import dev.baton.testkit.BesideOthers;
import dev.baton.testkit.Browser;
import dev.baton.testkit.Correspondent;
import dev.baton.testkit.Correspondent.Letter;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Robots that read mail before people do, with a real browser that runs scripts: one follows every link of every mail, one
 * also calls {@code click()} on every button and {@code submit()} and {@code requestSubmit()} on every form it finds, on the
 * page that follows too. Neither decides anything; a person does, with one press on a phone.
 */
@BesideOthers
class RobotsInABrowserTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> ACTS = List.of(
            "document.querySelectorAll('button, input[type=submit]')[arguments[0]].click()",
            "HTMLFormElement.prototype.submit.call(document.forms[arguments[0]])",
            "document.forms[arguments[0]].requestSubmit()",
            "document.querySelectorAll('summary, label, input')[arguments[0]].click();"
                    + "document.forms.length && document.forms[0].submit()");
    private static final String FOUND = "return [document.querySelectorAll('button, input[type=submit]').length,"
            + " document.forms.length, document.forms.length,"
            + " document.querySelectorAll('summary, label, input').length]";

    @TempDir
    Path folder;

    private final int smtp = BatonProcess.freePort();
    private final int imap = BatonProcess.freePort();
    private final Set<String> pressedOn = new HashSet<>();
    private BatonProcess baton;
    private Browser robot;
    private int formsRefused;

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
                String.valueOf(imap),
                "baton.embedded.examples",
                "false"));
        robot = Browser.at(baton.port());
        baton.up();
    }

    @AfterEach
    void stop() {
        if (robot != null) {
            robot.close();
        }
        baton.close();
    }

    @Test
    void robotsThatPressEverythingDecideNothing() {
        Correspondent petra = person("petra@customer.example");
        petra.writes("requests+launch@example.com", "Spring launch in May", "Hello, we want to launch in May. Petra");
        Letter acknowledgement = petra.awaits("/brief/");
        robotsCome(acknowledgement);

        fillsInTheBrief(acknowledgement.link("/brief/"));
        robotsCome(petra.awaits("/s/", acknowledgement));

        Correspondent nadia = person("nadia@example.com");
        Letter task = nadia.awaits("/t/");
        robotsCome(task);

        isBlockedBy("ines@example.com", task.link("/t/"));
        robotsCome(person("ines@example.com").awaits("/t/blocker/"));

        Correspondent tom = person("tom@example.com");
        tom.writes("requests+launch@example.com", "Fwd: New poster", """
                ---------- Forwarded message ---------
                From: Karl Kunde <karl@customer.example>
                Date: Mon, 2 Nov 2026 at 10:00
                Subject: New poster
                To: Tom Keller <tom@example.com>

                We need a new poster for the fair.
                """);
        robotsCome(tom.awaits("/forwarded/"));

        Visitor visitor = baton.visitor();
        visitor.presses("Send me a link", visitor.opens("/sign-in"), Map.of("address", "nadia@example.com"));
        Letter signIn = nadia.awaits("/sign-in/link", task);
        robotsCome(signIn);

        assertThat(formsRefused).as("forms that reached us and were refused").isGreaterThan(20);
        whatNobodySeemsToHaveSentIsKeptAndAskedOnceMore(task);
        aPersonNeedsOnePress(task, signIn);
    }

    private void whatNobodySeemsToHaveSentIsKeptAndAskedOnceMore(Letter task) {
        robot.open(task.link("/t/"))
                .fill("comment", "With the new logo, please.")
                .runs("document.querySelector('#decide').submit()");
        robot.pictures(Path.of("target", "pictures"), "press-again").isAccessibleEverywhere();
        assertThat(robot.heading()).isEqualTo("Nothing is recorded yet");
        assertThat(robot.runs("return document.querySelector('input[name=comment]').value"))
                .isEqualTo("With the new logo, please.");
    }

    private void aPersonNeedsOnePress(Letter task, Letter signIn) {
        try (Browser phone = Browser.at(baton.port())) {
            phone.wide(390).open(task.link("outcome=")).readsWellEverywhere();
            String button = String.valueOf(phone.runs("return document.querySelector('#outcomes button').innerText"));
            assertThat(phone.wide(390).click(button).heading()).startsWith("Recorded:");

            phone.open(signIn.link("/sign-in/link")).press("main form button");
            assertThat(phone.heading()).isEqualTo("My work");
        }
    }

    /** What the API says of all work stays as it was, whatever robots do with the links of a mail. */
    private void robotsCome(Letter letter) {
        String before = everything(letter);
        for (String link : letter.links()) {
            robot.open(link);
            if (pressedOn.add(link.replaceAll("\\?.*", ""))) {
                pressEverything(link);
            }
        }
        assertThat(everything(letter)).isEqualTo(before);
    }

    private void pressEverything(String link) {
        List<?> found = (List<?>) robot.runs(FOUND);
        for (int act = 0; act < ACTS.size(); act++) {
            for (int i = 0; i < ((Number) found.get(act)).intValue(); i++) {
                robot.open(link).runs(ACTS.get(act), i);
                pressWhatFollows();
            }
        }
    }

    /** Robots may press once more on the page that says that nothing is recorded. */
    private void pressWhatFollows() {
        if (robot.text().contains("Nothing is recorded yet") || robot.text().contains("not signed in yet")) {
            formsRefused++;
            robot.runs("document.querySelectorAll('form button').forEach(button => button.click())");
            robot.runs("document.querySelectorAll('form').forEach(form => form.submit())");
        }
    }

    private String everything(Letter letter) {
        Visitor api = baton.visitor();
        String choices = letter.links().stream()
                .filter(link -> link.contains("/q/"))
                .map(link ->
                        api.opens(link).page().select("[checked], [selected]").outerHtml())
                .reduce("", String::concat);
        return choices
                + api.calls("/api/requests", "demo").body()
                + api.calls("/api/tasks", "demo").body()
                + api.calls("/api/inbound", "demo").body();
    }

    private void fillsInTheBrief(String link) {
        Visitor visitor = baton.visitor();
        Answer form = visitor.opens(link);
        Answer done = visitor.presses(
                form.page().selectFirst("form button[type=submit]").text(),
                form,
                Map.of("f.kind", "launch", "f.goal", "200 registrations", "f.launchDate", "2027-05-03"));
        assertThat(done.status()).as(done.page().text()).isEqualTo(200);
    }

    private void isBlockedBy(String whom, String link) {
        Visitor visitor = baton.visitor();
        Answer page = visitor.opens(link);
        Answer after = visitor.presses(
                "Say that I’m blocked", page, Map.of("waitsOn", whom, "what", "The prices are missing."));
        assertThat(after.status()).as(after.page().text()).isEqualTo(200);
    }

    private Correspondent person(String address) {
        return Correspondent.of(address, smtp, imap);
    }
}
