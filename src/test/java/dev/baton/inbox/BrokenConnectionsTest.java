package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.shared.MailSecurity;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.BreakingWire;
import dev.baton.testkit.Dovecot;
import dev.baton.testkit.SettableClock;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.unit.DataSize;

/** Connections and folders that go away under Baton, with the IMAP server that most companies run. */
@BatonTest
@ContextConfiguration(classes = OnlyTheInbox.class)
class BrokenConnectionsTest {

    private static final String INTAKE = "requests@example.com";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A hundred thousand, with which this passes too, take Dovecot forty seconds. */
    private static final int OLD = Integer.getInteger("baton.old", 20_000);

    @Autowired
    Ledger ledger;

    @Autowired
    Arrivals arrivals;

    @Autowired
    LargeMails large;

    @Autowired
    FirstLooks looks;

    @Autowired
    Reasons reasons;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Dovecot dovecot;
    private BreakingWire wire;
    private final List<FetchLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    @BeforeEach
    void begins() {
        Dovecot.missing().ifPresent(why -> assumeTrue(false, "Skipped: " + why));
        LedgerTables.empty(jdbc);
        jdbc.sql("delete from inbox_mailbox").update();
        dovecot = Dovecot.opened(INTAKE);
        wire = BreakingWire.to(dovecot.port());
    }

    @AfterEach
    void ends() throws InterruptedException {
        loops.forEach(FetchLoop::stop);
        for (Thread thread : threads) {
            thread.join();
        }
        if (dovecot != null) {
            wire.close();
            dovecot.close();
        }
    }

    private Mailbox mailbox(String folder, String takeOldMail) {
        return Mailbox.of(
                folder, "127.0.0.1", wire.port(), "imap", INTAKE, INTAKE, folder, MailSecurity.NONE, null, takeOldMail);
    }

    /** It polls once an hour: whatever arrives later is there because the server told of it. */
    private FetchStatus fetches(Mailbox mailbox) {
        Duration never = Duration.ofHours(1);
        FetchStatus status = new FetchStatus(clock);
        FetchLoop loop = new FetchLoop(
                new MailServer(mailbox, never, null, null),
                looks,
                new Fetch(
                        ledger,
                        arrivals,
                        large,
                        OnlyTheInbox.inboxOf(INTAKE, wire.port(), never, DataSize.ofMegabytes(27)),
                        clock),
                status,
                new TimedPauses(never),
                true);
        Thread thread = new Thread(loop, "fetching " + mailbox.folder());
        loops.add(loop);
        threads.add(thread);
        thread.start();
        return status;
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private void awaitEntries(int mails) {
        await().atMost(PATIENCE).until(() -> count("select count(*) from ledger") == mails);
    }

    private interface Doing {
        void with(Folder folder) throws MessagingException;
    }

    /** Somebody does something with this folder of the mailbox. */
    private void in(String folder, Doing doing) {
        try (Store store = Session.getInstance(dovecot.properties()).getStore("imap")) {
            store.connect("127.0.0.1", INTAKE, INTAKE);
            doing.with(store.getFolder(folder));
        } catch (MessagingException failed) {
            throw new IllegalStateException(folder, failed);
        }
    }

    private void append(String folder, String subject) {
        in(
                folder,
                open -> open.appendMessages(
                        new Message[] {message(RawMail.of(subject).bytes())}));
    }

    private static Message message(byte[] raw) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
    }

    @Test
    void aConnectionThatBreaksInMidFetchLosesAndDoublesNothing() {
        for (int mail = 0; mail < 700; mail++) {
            dovecot.delivers(RawMail.of("Mail " + mail)
                    .saying("To be printed.\r\n".repeat(600))
                    .bytes());
        }
        wire.breaksAfter(5_500_000);

        fetches(mailbox("INBOX", "true"));
        awaitEntries(700);

        assertThat(wire.brokeAsTold()).isTrue();
        assertThat(count("select count(*) from ledger_arrival")).isEqualTo(700);
        assertThat(count("select count(*) from ledger_raw")).isEqualTo(700);
    }

    @Test
    void aBrokenConnectionIsMadeAnewWhileWeListen() {
        fetches(mailbox("INBOX", "true"));
        dovecot.delivers(RawMail.of("Before").bytes());
        awaitEntries(1);

        wire.breaks();
        dovecot.delivers(RawMail.of("After").bytes());

        awaitEntries(2);
    }

    @Test
    void twoFoldersAreFetchedAndOneThatIsRenamedIsSaidAndGoesOnWhenItIsBack() {
        in("Requests", folder -> folder.create(Folder.HOLDS_MESSAGES));
        Mailbox requests = mailbox("Requests", "true");
        FetchStatus status = fetches(requests);
        fetches(mailbox("INBOX", "true"));
        append("Requests", "In the folder");
        append("INBOX", "In the inbox");
        awaitEntries(2);

        in("Requests", folder -> folder.renameTo(folder.getStore().getFolder("Elsewhere")));
        wire.breaks();
        await().atMost(PATIENCE)
                .until(() -> status.trouble()
                        .filter(trouble -> trouble.kind() == FetchTrouble.Kind.NO_FOLDER)
                        .isPresent());
        assertThat(reasons.of(status.trouble().orElseThrow(), requests))
                .startsWith("The folder Requests is not there.");
        append("INBOX", "Meanwhile");
        awaitEntries(3);

        in("Elsewhere", folder -> folder.renameTo(folder.getStore().getFolder("Requests")));
        append("Requests", "After it came back");
        awaitEntries(4);
        await().atMost(PATIENCE).until(() -> status.trouble().isEmpty());
    }

    @Test
    void manyOldMessagesAreCountedAndNotFetched() {
        byte[] old = RawMail.of("Years ago").saying("Long done.\r\n".repeat(50)).bytes();
        dovecot.hasHeld(OLD, old, clock.instant().minus(Duration.ofDays(1000)));

        FetchStatus status = fetches(mailbox("INBOX", "P1D"));
        await().atMost(PATIENCE).until(() -> status.lastLook().isPresent());
        dovecot.delivers(RawMail.of("New").bytes(), clock.instant());
        awaitEntries(1);

        assertThat(status.leftAlone()).isEqualTo(OLD);
        assertThat(wire.said()).isLessThan(30L * OLD);
    }
}
