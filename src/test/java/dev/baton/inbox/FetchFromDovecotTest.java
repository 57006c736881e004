package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Dovecot;
import dev.baton.testkit.SettableClock;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.unit.DataSize;

/** Fetching from the IMAP server that most companies run. */
@BatonTest
@ContextConfiguration(classes = OnlyTheInbox.class)
class FetchFromDovecotTest {

    private static final String INTAKE = "requests@example.com";

    @Autowired
    Ledger ledger;

    @Autowired
    Arrivals arrivals;

    @Autowired
    LargeMails large;

    @Autowired
    FirstLooks looks;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Dovecot dovecot;
    private FetchLoop loop;
    private Thread fetching;

    @BeforeEach
    void fetches() {
        Dovecot.missing().ifPresent(why -> assumeTrue(false, "Skipped: " + why));
        LedgerTables.empty(jdbc);
        dovecot = Dovecot.opened(INTAKE);
        Duration never = Duration.ofHours(1);
        InboxProperties properties = OnlyTheInbox.inboxOf(INTAKE, dovecot.port(), never, DataSize.ofMegabytes(27));
        loop = new FetchLoop(
                OnlyTheInbox.server(properties),
                looks,
                new Fetch(ledger, arrivals, large, properties, clock),
                new FetchStatus(clock),
                new TimedPauses(never),
                true);
        fetching = new Thread(loop, "fetching from Dovecot");
    }

    @AfterEach
    void ends() throws InterruptedException {
        if (dovecot != null) {
            loop.stop();
            fetching.join();
            dovecot.close();
        }
    }

    /** The next poll is an hour away: whatever arrives later is there because the server told of it. */
    @Test
    void whatWaitsAndWhatComesIsStoredAndFlagged() throws MessagingException {
        for (int i = 0; i < 250; i++) {
            dovecot.delivers(RawMail.of("Waiting " + i).bytes());
        }
        fetching.start();
        await(250);
        for (int i = 1; i <= 3; i++) {
            dovecot.delivers(RawMail.of("Later " + i).bytes());
            await(250 + i);
        }

        assertThat(subjects()).doesNotHaveDuplicates().startsWith("Later 3", "Later 2", "Later 1");
        Awaitility.await()
                .untilAsserted(() -> assertThat(flags())
                        .hasSize(253)
                        .allMatch(flags -> flags.contains(Flags.Flag.SEEN) && flags.contains(OpenMailbox.STORED)));
    }

    @Test
    void everyByteIsKept() {
        byte[] strange = RawMail.of("Bytes")
                .with("X-Strange", "\u00e9\u2026 raw and unencoded")
                .saying("A line of " + "x".repeat(5000) + "\r\n.\r\nFrom here on\r\n\r\nno line end")
                .bytes();
        byte[] film = RawMail.of("Film")
                .saying("0123456789abcdef\r\n".repeat(400_000))
                .bytes();
        dovecot.delivers(strange);
        dovecot.delivers(film);

        fetching.start();
        await(2);

        assertThat(ledger.raw(idOf("Bytes")).orElseThrow()).isEqualTo(strange);
        assertThat(ledger.raw(idOf("Film")).orElseThrow()).isEqualTo(film);
    }

    @Test
    void aRestartOfTheServerLosesAndDoublesNothing() {
        dovecot.delivers(RawMail.of("Before").bytes());
        fetching.start();
        await(1);

        dovecot.pause();
        dovecot.delivers(RawMail.of("Meanwhile").bytes());
        dovecot.open();
        await(2);
        dovecot.delivers(RawMail.of("After").bytes());
        await(3);

        assertThat(subjects()).containsExactly("After", "Meanwhile", "Before");
        assertThat(ledger.arrivals(idOf("Before"))).isEqualTo(1);
    }

    /** Dovecot hangs up over it, whatever is asked for together with it. */
    @Test
    void aMessageThatTheServerCannotHandOverHoldsUpNoOther() {
        dovecot.delivers(RawMail.of("Before").bytes());
        dovecot.cannotRead(dovecot.delivers(RawMail.of("Broken").bytes(), Instant.now()));
        dovecot.delivers(RawMail.of("After").bytes());

        fetching.start();
        await(2);
        dovecot.delivers(RawMail.of("Later").bytes());
        await(3);

        assertThat(subjects()).containsExactlyInAnyOrder("Before", "After", "Later");
    }

    private void await(int mails) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> subjects().size() == mails);
    }

    private List<String> subjects() {
        return ledger.list(LedgerFilter.all(), 0, 1000).items().stream()
                .map(LedgerEntry::subject)
                .toList();
    }

    private long idOf(String subject) {
        return ledger.list(LedgerFilter.all(), 0, 1000).items().stream()
                .filter(entry -> subject.equals(entry.subject()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<Flags> flags() throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.imap.port", String.valueOf(dovecot.port()));
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", INTAKE, INTAKE);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            return Arrays.stream(inbox.getMessages())
                    .map(FetchFromDovecotTest::flags)
                    .toList();
        }
    }

    private static Flags flags(Message message) {
        try {
            return message.getFlags();
        } catch (MessagingException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
