package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.testkit.BatonProcess;
import dev.baton.testkit.BesideOthers;
import dev.baton.testkit.Correspondent;
import dev.baton.testkit.Correspondent.Letter;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Baton's main job from the first mail to delivery, on the embedded start, with SMTP, IMAP and HTTP alone. Everybody says
 * yes; a robot follows every link of every mail ten times before its reader does.
 */
@BesideOthers
class LoopTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> TEAM =
            List.of("nadia", "tom", "ines", "lea", "jonas", "maria", "ben", "oliver", "priya", "sam", "admin");

    @TempDir
    Path folder;

    private final int smtp = BatonProcess.freePort();
    private final int imap = BatonProcess.freePort();
    private final Set<String> dealtWith = new HashSet<>();
    private BatonProcess baton;
    private Correspondent petra;

    @BeforeEach
    void start() {
        Map<String, String> embedded = new LinkedHashMap<>();
        embedded.put("spring.profiles.active", "embedded");
        embedded.put("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("baton"));
        embedded.put("baton.embedded.smtp-port", String.valueOf(smtp));
        embedded.put("baton.embedded.imap-port", String.valueOf(imap));
        embedded.put("baton.embedded.examples", "false");
        baton = BatonProcess.start(embedded).up();
        petra = person("petra@customer.example");
    }

    @AfterEach
    void stop() {
        baton.close();
    }

    @Test
    void aMailBecomesADeliveredRequest() {
        petra.writes("requests+launch@example.com", "Spring launch in May", "Hello, we want to launch in May. Petra");
        Letter acknowledgement = petra.awaits("/brief/");
        assertThat(acknowledgement.subject()).contains("[LAUNCH-1]");
        assertThat(acknowledgement.text()).contains("What kind of campaign is it?", "When should it go out?");
        assertThat(acknowledgement.autoSubmitted()).isEqualTo("auto-generated");
        robotFollowsEveryLink(acknowledgement);

        fillsInTheBrief(acknowledgement.link("/brief/"));
        Letter promise = petra.awaits("/s/", acknowledgement);
        assertThat(promise.text()).contains("Nadia");

        everybodySaysYes();

        Letter delivered = await().atMost(PATIENCE)
                .until(
                        () -> petra.reads().stream()
                                .reduce((earlier, later) -> later)
                                .orElseThrow(),
                        last -> state().equals("delivered") && !last.messageId().equals(promise.messageId()));
        assertThat(delivered.subject()).startsWith("[LAUNCH-1]");
        Answer status = Visitor.of(baton.port()).opens(delivered.link("/s/"));
        assertThat(status.status()).isEqualTo(200);
        assertThat(status.page().text())
                .contains("Delivered", "What was decided", "Approve")
                .contains("Write the copy Tom, ", "Monday 3 May 2027");
    }

    private void fillsInTheBrief(String link) {
        Visitor visitor = baton.visitor();
        Answer form = visitor.opens(link);
        Answer done = visitor.presses(
                button(form, "form button[type=submit]"),
                form,
                Map.of("f.kind", "launch", "f.goal", "200 registrations", "f.launchDate", "2027-05-03"));
        assertThat(done.status()).as(done.page().text()).isEqualTo(200);
    }

    /** Reads every mailbox until nothing waits for anybody; one approver answers by mail, all others press. */
    private void everybodySaysYes() {
        await().atMost(Duration.ofMinutes(3)).until(() -> {
            for (String name : TEAM) {
                Correspondent person = person(name + "@example.com");
                for (Letter letter : person.reads()) {
                    if (letter.leadsTo("/t/") && dealtWith.add(letter.messageId())) {
                        robotFollowsEveryLink(letter);
                        act(person, letter);
                    }
                }
            }
            return state().equals("delivered");
        });
    }

    private void act(Correspondent person, Letter letter) {
        if (person.address().equals("maria@example.com")) {
            person.answers(letter, "Approved, nothing to add.");
            return;
        }
        Visitor visitor = baton.visitor();
        Answer page = visitor.opens(letter.link("/t/"));
        if (page.page().select("#decide").isEmpty()) {
            return;
        }
        Answer after = visitor.presses(
                button(page, "#outcomes button"), page, Map.of("comment", "Done, see https://example.com/files"));
        assertThat(after.status()).as(after.heading()).isEqualTo(200);
    }

    /** GET and HEAD, ten times each, as a mail scanner does; what the API says of all work stays as it was. */
    private void robotFollowsEveryLink(Letter letter) {
        String before = everything();
        Visitor robot = baton.visitor();
        for (int i = 0; i < 10; i++) {
            letter.links().forEach(link -> {
                robot.opens(link);
                robot.peeks(link);
            });
        }
        assertThat(everything()).isEqualTo(before);
    }

    private String everything() {
        Visitor api = baton.visitor();
        return api.calls("/api/requests", "demo").body()
                + api.calls("/api/tasks", "demo").body();
    }

    private String state() {
        Matcher state = Pattern.compile("\"state\":\"(\\w+)\"")
                .matcher(baton.visitor().calls("/api/requests/LAUNCH-1", "demo").body());
        return state.find() ? state.group(1) : "";
    }

    private static String button(Answer page, String selector) {
        Element button = page.page().selectFirst(selector);
        assertThat(button).as(page.body()).isNotNull();
        return button.text();
    }

    private Correspondent person(String address) {
        return Correspondent.of(address, smtp, imap);
    }
}
