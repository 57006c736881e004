package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.testkit.BatonProcess;
import dev.baton.testkit.BesideOthers;
import dev.baton.testkit.Correspondent;
import dev.baton.testkit.Correspondent.Letter;
import dev.baton.testkit.OwnPostgres;
import dev.baton.testkit.PostOffice;
import dev.baton.testkit.TestMail;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Database and mail servers that are away, at the start and later: what can be done is done, the rest waits. */
@BesideOthers
class OutagesTest {

    private static final String INTAKE = "requests@example.com";
    private static final String PETRA = "petra@customer.example";

    @TempDir
    Path folder;

    private final PostOffice office = PostOffice.opened();
    private OwnPostgres database;

    @AfterEach
    void end() {
        office.close();
        database.close();
    }

    private BatonProcess started() {
        database = new OwnPostgres(folder.resolve("data"));
        Map<String, String> properties = new TreeMap<>(database.properties());
        properties.put("baton.address", INTAKE);
        properties.put("baton.inbox.host", "127.0.0.1");
        properties.put("baton.inbox.port", String.valueOf(office.imapPort()));
        properties.put("baton.inbox.protocol", "imap");
        properties.put("baton.inbox.username", INTAKE);
        properties.put("baton.inbox.password", INTAKE);
        properties.put("spring.mail.host", "127.0.0.1");
        properties.put("spring.mail.port", String.valueOf(office.smtpPort()));
        properties.put("baton.api.tokens.demo", "demo");
        return BatonProcess.start(properties);
    }

    @Test
    void whatIsAwayAtTheStartIsWaitedFor() {
        office.close();
        try (BatonProcess baton = started()) {
            patiently().until(() -> baton.log().contains("Retrying in"));
            database.open();
            patiently()
                    .until(() ->
                            baton.visitor().opens("/new/landing-page-update").status() == 200);
            assertThat(baton.visitor().opens("/actuator/health").status()).isEqualTo(503);
            assertThat(posted(baton, "By a program").status()).isEqualTo(202);
            assertThat(baton.log()).contains("Baton is ready").doesNotContain("No mailbox is named");

            office.open();
            mailboxes();
            petra().writes(INTAKE, "By mail", "It waited in the mailbox.");

            patiently().until(() -> subjects(petra()), subjects -> subjects.size() == 2);
            assertThat(subjects(petra()))
                    .anyMatch(subject -> subject.contains("By a program"))
                    .anyMatch(subject -> subject.contains("By mail"));
        }
    }

    @Test
    void whatGoesAwayLaterLosesNothing() {
        mailboxes();
        try (BatonProcess baton = started()) {
            database.open();
            baton.up();

            office.close();
            assertThat(posted(baton, "Without a mail server").status()).isEqualTo(202);
            patiently().until(() -> baton.visitor().opens("/actuator/health").status() == 503);
            office.open();
            mailboxes();
            Letter acknowledgement = patiently()
                    .until(() -> petra().reads(), letters -> letters.size() == 1)
                    .get(0);
            String status = acknowledgement.link("/s/");

            database.close();
            petra().writes(INTAKE, "Without a database", "It waits in the mailbox.");
            Answer page = baton.visitor().opens(status);
            assertThat(page.status()).isEqualTo(500);
            assertThat(page.heading()).isEqualTo("Something went wrong on our side");
            assertThat(posted(baton, "Not taken").status()).isEqualTo(500);
            assertThat(baton.visitor().opens("/actuator/health").status()).isEqualTo(503);

            database.open();
            patiently().until(() -> subjects(petra()), subjects -> subjects.size() == 2);
            assertThat(subjects(petra())).last().asString().contains("Without a database");
            assertThat(baton.visitor().opens(status).status()).isEqualTo(200);
            baton.up();
            String ledger = baton.visitor().calls("/api/inbound", "demo").body();
            assertThat(ledger).contains("Without a mail server").containsOnlyOnce("Without a database");
            assertThat(ledger).doesNotContain("Not taken");
        }
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(3)).ignoreExceptions();
    }

    private void mailboxes() {
        office.server().setUser(INTAKE, INTAKE, INTAKE);
        office.server().setUser(PETRA, PETRA, PETRA);
    }

    private Correspondent petra() {
        return Correspondent.of(PETRA, office.smtpPort(), office.imapPort());
    }

    private static List<String> subjects(Correspondent reader) {
        return reader.reads().stream().map(Letter::subject).toList();
    }

    private static Answer posted(BatonProcess baton, String subject) {
        Visitor program = baton.visitor();
        return program.send(program.request("/api/inbound")
                .header("Authorization", "Bearer demo")
                .header("Content-Type", "message/rfc822")
                .POST(BodyPublishers.ofByteArray(
                        TestMail.from(PETRA).about(subject).saying("Please.").raw())));
    }
}
