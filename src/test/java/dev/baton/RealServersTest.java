package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.testkit.BatonProcess;
import dev.baton.testkit.BesideOthers;
import dev.baton.testkit.Correspondent;
import dev.baton.testkit.Correspondent.Letter;
import dev.baton.testkit.Dovecot;
import dev.baton.testkit.OwnCertificate;
import dev.baton.testkit.Postfix;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Baton among mail servers as companies have them: Postfix takes its mail after STARTTLS and a sign-in, Dovecot has the
 * mailboxes and tells of news (the next look by itself would be an hour away). Their certificate is nobody's but ours.
 */
@BesideOthers
class RealServersTest {

    private static final String INTAKE = "requests@example.com";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static Dovecot dovecot;
    private static Postfix postfix;
    private static BatonProcess baton;

    @BeforeAll
    static void start() {
        Dovecot.missing().or(Postfix::missing).ifPresent(why -> assumeTrue(false, "Skipped: " + why));
        assumeTrue(Dovecot.takesDeliveries(), "Skipped: dovecot-lmtpd is not installed");
        OwnCertificate own = OwnCertificate.madeIn(folder.resolve("certificate"));
        dovecot = Dovecot.secured(INTAKE, own);
        postfix = Postfix.opened(dovecot, own, "example.com", "customer.example");
        baton = BatonProcess.start(settings(own)).up();
    }

    private static Map<String, String> settings(OwnCertificate own) {
        Map<String, String> settings = new TreeMap<>(own.asBundle("own"));
        settings.put("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("baton"));
        settings.put("baton.address", INTAKE);
        settings.put("baton.models", "src/test/resources/models/flyer");
        settings.put("baton.api.tokens.demo", "demo");
        settings.put("baton.inbox.host", "localhost");
        settings.put("baton.inbox.port", String.valueOf(dovecot.port()));
        settings.put("baton.inbox.username", INTAKE);
        settings.put("baton.inbox.password", INTAKE);
        settings.put("baton.inbox.security", "starttls-required");
        settings.put("baton.inbox.ssl-bundle", "own");
        settings.put("baton.inbox.poll-interval", "1h");
        settings.put("spring.mail.host", "localhost");
        settings.put("spring.mail.port", String.valueOf(postfix.submissionPort()));
        settings.put("spring.mail.username", INTAKE);
        settings.put("spring.mail.password", INTAKE);
        settings.put("baton.outbox.security", "starttls-required");
        settings.put("baton.outbox.ssl-bundle", "own");
        return settings;
    }

    @AfterAll
    static void end() {
        Optional.ofNullable(baton).ifPresent(BatonProcess::close);
        Optional.ofNullable(postfix).ifPresent(Postfix::close);
        Optional.ofNullable(dovecot).ifPresent(Dovecot::close);
    }

    private static Correspondent person(String address) {
        return Correspondent.of(address, postfix.worldPort(), dovecot.port());
    }

    private static void asks(String sender, String topic) {
        person(sender).writes("requests+flyer@example.com", topic, "What is it about?: " + topic);
    }

    /** The first mail in this mailbox with these words in the subject that leads there. */
    private static Letter letter(String reader, String subject, String path) {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> person(reader).reads().stream()
                                .filter(each -> each.subject().contains(subject) && each.leadsTo(path))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String state(String topic) {
        String requests = baton.visitor().calls("/api/requests", "demo").body();
        int title = requests.indexOf("\"title\":\"" + topic + "\"");
        int state = requests.indexOf("\"state\":\"", title) + 9;
        return title < 0 ? "" : requests.substring(state, requests.indexOf('"', state));
    }

    private static void isDelivered(String topic) {
        await().atMost(PATIENCE).until(() -> state(topic).equals("delivered"));
    }

    private static int ledger(String subject) {
        String all = baton.visitor().calls("/api/inbound?size=200", "demo").body();
        return all.split("\"subject\":\"" + subject + "\"", -1).length - 1;
    }

    @Test
    void workIsAskedForAcknowledgedHandedOverAndDecidedByMail() {
        asks("petra@customer.example", "Spring flyer");
        Letter acknowledgement = letter("petra@customer.example", "Spring flyer", "/s/");
        assertThat(acknowledgement.autoSubmitted()).isEqualTo("auto-generated");

        Letter task = letter("nadia@example.com", "Spring flyer", "/t/");
        person("nadia@example.com").answers(task, "Done");

        isDelivered("Spring flyer");
        assertThat(postfix.log()).contains("sasl_username=" + INTAKE).contains("status=sent");
    }

    @Test
    void aRestartOfBothServersInTheMiddleLosesAndDoublesNothing() {
        asks("paul@customer.example", "Summer flyer");
        Letter task = letter("nadia@example.com", "Summer flyer", "/t/");

        postfix.pause();
        dovecot.pause();
        await().atMost(PATIENCE)
                .until(() -> baton.visitor().opens("/actuator/health").status() == 503);
        dovecot.open();
        postfix.open();
        person("nadia@example.com").answers(task, "Done");

        isDelivered("Summer flyer");
        letter("paul@customer.example", "Summer flyer", "/s/");
        assertThat(ledger("Summer flyer")).isEqualTo(1);
        baton.up();
    }

    @Test
    void newNumbersForAllMessagesDoubleNothing() {
        asks("pia@customer.example", "Autumn flyer");
        letter("nadia@example.com", "Autumn flyer", "/t/");

        dovecot.pause();
        dovecot.numbersAnew();
        dovecot.open();
        asks("pia@customer.example", "Winter flyer");

        letter("nadia@example.com", "Winter flyer", "/t/");
        assertThat(ledger("Autumn flyer")).isEqualTo(1);
        assertThat(ledger("Winter flyer")).isEqualTo(1);
        assertThat(person("nadia@example.com").reads())
                .filteredOn(each -> each.subject().contains("Autumn flyer") && each.leadsTo("/t/"))
                .hasSize(1);
    }
}
