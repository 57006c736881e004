package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.shared.MailTokens;
import dev.baton.shared.Tokens;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Dovecot;
import dev.baton.testkit.OwnCertificate;
import dev.baton.testkit.SettableClock;
import dev.baton.testkit.TokenServer;
import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.unit.DataSize;

/** Encryption, access tokens, old mail and new numbers, with the IMAP server that most companies run. */
@BatonTest
@ContextConfiguration(classes = OnlyTheInbox.class)
class MailServersTest {

    private static final String INTAKE = "requests@example.com";

    @TempDir
    static Path folder;

    @Autowired
    Ledger ledger;

    @Autowired
    Arrivals arrivals;

    @Autowired
    LargeMails large;

    @Autowired
    FirstLooks looks;

    @Autowired
    Gaps gaps;

    @Autowired
    SslBundles bundles;

    @Autowired
    Alarms alarms;

    @Autowired
    Reasons reasons;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private @Nullable Dovecot dovecot;

    @BeforeEach
    void empty() {
        Dovecot.missing().ifPresent(why -> assumeTrue(false, "Skipped: " + why));
        LedgerTables.empty(jdbc);
        jdbc.sql("delete from inbox_mailbox").update();
        jdbc.sql("delete from inbox_missing").update();
        jdbc.sql("delete from inbox_missing_told").update();
        alarms.heard.clear();
        clock.set(SettableClock.START);
    }

    @AfterEach
    void end() {
        if (dovecot != null) {
            dovecot.close();
        }
    }

    private Mailbox mailbox(String folder, String security, String password, String takeOldMail) {
        return Mailbox.of(
                "first",
                "127.0.0.1",
                dovecot.port(),
                "imap",
                INTAKE,
                password,
                folder,
                dev.baton.shared.MailSecurity.valueOf(security),
                null,
                takeOldMail);
    }

    private Mailbox plain(String takeOldMail) {
        return mailbox("INBOX", "NONE", INTAKE, takeOldMail);
    }

    private static MailServer server(
            Mailbox mailbox, @Nullable MailTokens tokens, @Nullable SSLSocketFactory trusting) {
        return new MailServer(mailbox, Duration.ofSeconds(60), tokens, trusting);
    }

    private Reconciler reconciler() {
        WatchedMailboxes mailboxes = mailboxes();
        mailboxes.forEach(watched -> watched.status().looked(watched.fetch()));
        return reconciler(mailboxes);
    }

    private Reconciler reconciler(WatchedMailboxes mailboxes) {
        return new Reconciler(mailboxes, looks, arrivals, gaps, clock);
    }

    private WatchedMailboxes mailboxes() {
        InboxProperties properties =
                OnlyTheInbox.inboxOf(INTAKE, dovecot.port(), Duration.ofHours(1), DataSize.ofMegabytes(27));
        return new WatchedMailboxes(properties, ledger, arrivals, large, Tokens.none(), bundles, clock);
    }

    private static FetchTrouble.Kind troubleWith(MailServer server) {
        Throwable failure = catchThrowable(() -> server.open().close());
        assertThat(failure).isNotNull();
        return FetchTrouble.of(failure).kind();
    }

    private List<String> fetched(MailServer server) throws MessagingException {
        try (OpenMailbox mailbox = server.open()) {
            Fetch fetch = new Fetch(
                    ledger,
                    arrivals,
                    large,
                    OnlyTheInbox.inboxOf(INTAKE, dovecot.port(), Duration.ofHours(1), DataSize.ofMegabytes(27)),
                    clock);
            fetch.from(1, looks.reach(server.mailbox(), mailbox), mailbox);
        }
        return ledger.list(LedgerFilter.all(), 0, 1000).items().stream()
                .map(LedgerEntry::subject)
                .toList();
    }

    @Test
    void mailIsFetchedOverStartTlsFromAServerWhoseCertificateWeTrust() throws MessagingException {
        OwnCertificate own = OwnCertificate.madeIn(folder.resolve("trusted"));
        dovecot = Dovecot.secured(INTAKE, own);
        dovecot.delivers(RawMail.of("Encrypted").bytes());
        Mailbox mailbox = mailbox("INBOX", "STARTTLS_REQUIRED", INTAKE, "true");

        MailServer trusted = server(mailbox, null, own.trusting());
        assertThat(fetched(trusted)).containsExactly("Encrypted");
        try (OpenMailbox open = trusted.open()) {
            assertThat(open.count()).isEqualTo(1);
            assertThat(trusted.certificate()
                            .orElseThrow()
                            .getSubjectX500Principal()
                            .getName())
                    .isEqualTo("CN=localhost");
        }
        assertThat(troubleWith(server(mailbox, null, null))).isEqualTo(FetchTrouble.Kind.CERTIFICATE);
    }

    @Test
    void noPasswordGoesToAServerWithoutEncryption() {
        dovecot = Dovecot.opened(INTAKE);

        MailServer server = server(mailbox("INBOX", "STARTTLS_REQUIRED", INTAKE, "true"), null, null);

        assertThat(troubleWith(server)).isEqualTo(FetchTrouble.Kind.NO_STARTTLS);
    }

    @Test
    void whatIsWrongWithAMailboxIsSaidInPlainWords() {
        dovecot = Dovecot.opened(INTAKE);

        assertThat(troubleWith(server(mailbox("INBOX", "NONE", "wrong", "true"), null, null)))
                .isEqualTo(FetchTrouble.Kind.SIGN_IN);
        Mailbox gone = mailbox("Requests", "NONE", INTAKE, "true");
        Throwable failure = catchThrowable(() -> server(gone, null, null).open());
        assertThat(reasons.of(FetchTrouble.of(failure), gone)).startsWith("The folder Requests is not there.");
        dovecot.pause();
        assertThat(troubleWith(server(plain("true"), null, null))).isEqualTo(FetchTrouble.Kind.UNREACHABLE);
    }

    @Test
    void anAccessTokenOpensTheMailboxAndARefusedOneIsReplaced() throws MessagingException {
        OwnCertificate own = OwnCertificate.madeIn(folder.resolve("tokens"));
        try (TokenServer tokens = new TokenServer()) {
            tokens.gives("withdrawn").gives("good").knows("good", INTAKE);
            dovecot = Dovecot.takingTokens(INTAKE, own, tokens.whose());
            dovecot.delivers(RawMail.of("By token").bytes());
            Mailbox mailbox = mailbox("INBOX", "STARTTLS_REQUIRED", "", "true");

            MailServer server = server(mailbox, Tokens.ofProgram(tokens.tokens(), jdbc, clock), own.trusting());

            assertThat(fetched(server)).containsExactly("By token");
            assertThat(fetched(server)).containsExactly("By token");
            assertThat(tokens.asked()).hasSize(2);
        }
    }

    @Test
    void whatLayThereForLongIsLeftAloneAndCounted() throws MessagingException {
        dovecot = Dovecot.opened(INTAKE);
        Instant now = clock.instant();
        for (int year = 1; year <= 3; year++) {
            dovecot.delivers(RawMail.of("Years ago " + year).bytes(), now.minus(Duration.ofDays(365L * year)));
        }
        dovecot.delivers(RawMail.of("This morning").bytes(), now.minus(Duration.ofHours(2)));

        assertThat(fetched(server(plain("P1D"), null, null))).containsExactly("This morning");
        dovecot.delivers(RawMail.of("New").bytes(), now.plusSeconds(60));
        assertThat(fetched(server(plain("P1D"), null, null))).containsExactly("New", "This morning");
        try (OpenMailbox open = server(plain("P1D"), null, null).open()) {
            assertThat(looks.reach(plain("P1D"), open).left()).isEqualTo(3);
        }

        assertThat(fetched(server(plain("true"), null, null))).hasSize(5);
    }

    @Test
    void newNumbersForAllMessagesDoubleNothingAndTakeNoOldMail() throws MessagingException {
        dovecot = Dovecot.opened(INTAKE);
        Instant now = clock.instant();
        dovecot.delivers(RawMail.of("Years ago").bytes(), now.minus(Duration.ofDays(1000)));
        assertThat(fetched(server(plain("false"), null, null))).isEmpty();
        dovecot.delivers(RawMail.of("News").bytes(), now.plusSeconds(60));
        assertThat(fetched(server(plain("false"), null, null))).containsExactly("News");

        dovecot.pause();
        dovecot.delivers(RawMail.of("Meanwhile").bytes(), now.plusSeconds(120));
        dovecot.numbersAnew();
        dovecot.open();

        assertThat(fetched(server(plain("false"), null, null))).containsExactly("Meanwhile", "News");
        assertThat(jdbc.sql("select count(distinct uid_validity) from inbox_mailbox")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatTheLedgerLostIsFetchedAgainWithoutAnAlarm() throws MessagingException {
        dovecot = Dovecot.opened(INTAKE);
        Instant before = clock.instant().minus(Duration.ofHours(1));
        dovecot.delivers(RawMail.of("Kept").bytes(), before);
        dovecot.delivers(RawMail.of("Lost").bytes(), before);
        assertThat(fetched(server(plain("true"), null, null))).hasSize(2);
        jdbc.sql("delete from ledger_arrival where uid = 2").update();
        jdbc.sql("delete from ledger_raw where ledger_id in (select id from ledger where subject = 'Lost')")
                .update();
        jdbc.sql("delete from ledger where subject = 'Lost'").update();

        reconciler().compare();

        assertThat(ledger.list(LedgerFilter.all(), 0, 10).items())
                .extracting(LedgerEntry::subject)
                .containsExactlyInAnyOrder("Kept", "Lost");
        assertThat(gaps.missing(plain("true").inLedger())).isZero();
        assertThat(alarms.heard).isEmpty();
    }

    @Test
    void whatTheFetcherIsStillFetchingIsLeftToIt() {
        dovecot = Dovecot.opened(INTAKE);
        dovecot.delivers(RawMail.of("Waiting").bytes(), clock.instant().minus(Duration.ofHours(1)));
        WatchedMailboxes mailboxes = mailboxes();
        mailboxes.forEach(watched -> watched.status().looks());

        assertThat(reconciler(mailboxes).compare()).isFalse();
        assertThat(ledger.list(LedgerFilter.all(), 0, 10).items()).isEmpty();
        assertThat(gaps.missing(plain("true").inLedger())).isZero();
    }

    @Test
    void whatCannotBeFetchedIsAnAlarmOnceADayUntilItIsGone() {
        dovecot = Dovecot.opened(INTAKE);
        Instant before = clock.instant().minus(Duration.ofHours(1));
        dovecot.delivers(RawMail.of("Readable").bytes(), before);
        Path broken = dovecot.delivers(RawMail.of("Broken").bytes(), before);
        dovecot.delivers(RawMail.of("Behind it").bytes(), before);
        dovecot.cannotRead(broken);

        reconciler().compare();
        reconciler().compare();

        String mailbox = plain("true").inLedger();
        assertThat(ledger.list(LedgerFilter.all(), 0, 10).items())
                .extracting(LedgerEntry::subject)
                .containsExactlyInAnyOrder("Readable", "Behind it");
        assertThat(gaps.missing(mailbox)).isEqualTo(1);
        assertThat(alarms.heard).containsExactly(new MailsMissing(mailbox, 1));
        assertThat(reasons.missing(1)).startsWith("1 message of the mailbox");

        dovecot.loses(broken);
        reconciler().compare();
        assertThat(gaps.missing(mailbox)).isZero();
    }

    @Test
    void whatCameJustNowIsNotMissing() {
        dovecot = Dovecot.opened(INTAKE);
        Path broken = dovecot.delivers(RawMail.of("Broken").bytes(), clock.instant());
        dovecot.cannotRead(broken);

        reconciler().compare();

        assertThat(gaps.missing(plain("true").inLedger())).isZero();
    }

    @Test
    void aMailThatWaitsForHoursIsStuck() {
        ledger.accept(RawMail.of("Waiting").bytes(), Arrival.posted(clock.instant()));
        assertThat(gaps.stuck()).isZero();

        clock.jump(Duration.ofMinutes(61));

        assertThat(gaps.stuck()).isEqualTo(1);
    }
}
