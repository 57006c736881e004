package dev.baton.intake;

import dev.baton.engine.UserTasks;
import dev.baton.inbox.Arrival;
import dev.baton.inbox.Ledger;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerProcessing;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.QueuedMail;
import dev.baton.requests.Conversation;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFiles;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.Requests;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Browser;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.SignInLink;
import dev.baton.testkit.TestMail;
import dev.baton.testkit.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The whole application with the workflows of the house and one for posters. */
@BatonTest
@TestPropertySource(properties = "baton.intake.per-hour=60")
abstract class IntakeTest {

    static final String PETRA = "Petra Vogel <petra@customer.example>";

    /** All that campaign-launch needs to begin. */
    static final String COMPLETE = """
            Hello,

            Kind: Event or webinar
            Goal: 200 registrations from hospitals
            Launch date: 14 May 2026
            """;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerProcessing processing;

    @Autowired
    Requests requests;

    @Autowired
    RequestFiles files;

    @Autowired
    RequestLinks links;

    @Autowired
    Conversation conversation;

    @Autowired
    Outbox outbox;

    @Autowired
    UserTasks userTasks;

    @Autowired
    SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void models(DynamicPropertyRegistry properties) {
        properties.add("baton.models", () -> houseAndPoster().toString());
        properties.add("baton.outbox.sending", () -> false);
        properties.add("baton.api.tokens.test", () -> "the-token");
    }

    private static Path houseAndPoster() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "models");
            for (Path source : List.of(Path.of("bpmn"), Path.of("src/test/resources/models/intake"))) {
                try (Stream<Path> all = Files.list(source)) {
                    for (Path file : all.filter(Files::isRegularFile).toList()) {
                        Files.copy(file, folder.resolve(file.getFileName()));
                    }
                }
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @BeforeEach
    void anHourLater() {
        clock.jump(java.time.Duration.ofMinutes(61));
    }

    /** Takes the mail in and says what became of it. */
    LedgerEntry arrives(TestMail mail) {
        LedgerEntry entry = ledger.accept(mail.raw(), Arrival.posted(clock.instant()));
        processing.processDue();
        return ledger.find(entry.id()).orElseThrow();
    }

    Request opened(TestMail mail) {
        return requests.get(Objects.requireNonNull(arrives(mail).request()));
    }

    Request now(Request request) {
        return requests.get(request.ref());
    }

    /** The mails of the request to this address, oldest first. */
    List<QueuedMail> mailsTo(String address, RequestRef request) {
        return outbox.of(request).stream()
                .filter(mail -> mail.to().value().equals(address))
                .toList();
    }

    QueuedMail lastMailTo(String address, RequestRef request) {
        List<QueuedMail> mails = mailsTo(address, request);
        return mails.get(mails.size() - 1);
    }

    Visitor visitor() {
        return Visitor.of(port);
    }

    /** Somebody who has asked for a link to sign in, and pressed it. */
    Visitor signedIn(String address) {
        return visitor().signsIn(address, () -> SignInLink.of(address, jdbc));
    }

    /** The same in a browser. */
    void signIn(Browser browser, String address) {
        browser.open("/sign-in").fill("Your mail address", address).click("Send me a link");
        browser.open(SignInLink.of(address, jdbc)).click("Sign in");
    }
}
