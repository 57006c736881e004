package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.PostOffice;
import dev.baton.testkit.SettableClock;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** What fetching promises, over a real socket and whatever database the ledger is in. */
@BatonTest
@ContextConfiguration(classes = OnlyTheInbox.class)
abstract class FetchContract {

    private static final String INTAKE = "requests@example.com";
    private static final PostOffice OFFICE = PostOffice.opened();

    @Autowired
    Ledger ledger;

    @Autowired
    Arrivals arrivals;

    @Autowired
    LedgerRows rows;

    @Autowired
    LedgerLists lists;

    @Autowired
    RawParts rawParts;

    @Autowired
    FirstLooks looks;

    @Autowired
    Gaps gaps;

    @Autowired
    LargeMails large;

    @Autowired
    Reasons reasons;

    @Autowired
    DueSignal signal;

    @Autowired
    LedgerProcessing processing;

    @Autowired
    LedgerWorkers workers;

    @Autowired
    OnlyTheInbox.Desk desk;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate batches;

    @Autowired
    PlatformTransactionManager transactions;

    private final InboxProperties properties = polling(Duration.ofSeconds(30));

    private static InboxProperties polling(Duration interval) {
        return OnlyTheInbox.inboxOf(INTAKE, OFFICE.imapPort(), interval, DataSize.ofMegabytes(27));
    }

    @AfterAll
    static void tidy() {
        OFFICE.empty();
    }

    @BeforeEach
    void empty() {
        LedgerTables.empty(jdbc);
        desk.clear();
        clock.set(SettableClock.START);
        OFFICE.server().setUser(INTAKE, INTAKE, INTAKE);
        OFFICE.empty();
    }

    private static GreenMailUser user() {
        return OFFICE.server().getUserManager().getUserByEmail(INTAKE);
    }

    private static void arrives(RawMail mail) throws Exception {
        arrives(mail.bytes());
    }

    private static void arrives(byte[] raw) throws Exception {
        user().deliver(new MimeMessage(null, new ByteArrayInputStream(raw)));
    }

    private static MailFolder folder() throws Exception {
        return OFFICE.server().getManagers().getImapHostManager().getInbox(user());
    }

    private static List<Flags> flags() throws Exception {
        return folder().getMessages().stream().map(StoredMessage::getFlags).toList();
    }

    private Fetch fetch() {
        return new Fetch(ledger, arrivals, large, properties, clock);
    }

    private void fetchAll(Fetch fetch) throws MessagingException {
        fetchAll(fetch, properties);
    }

    private static void fetchAll(Fetch fetch, InboxProperties from) throws MessagingException {
        try (OpenMailbox mailbox = OnlyTheInbox.server(from).open()) {
            fetch.from(1, mailbox);
        }
    }

    private List<String> subjects() {
        return ledger.list(LedgerFilter.all(), 0, 1000).items().stream()
                .map(LedgerEntry::subject)
                .toList();
    }

    @Test
    void waitingMailIsStoredThenFlagged() throws Exception {
        for (int i = 0; i < 250; i++) {
            arrives(RawMail.of("Mail " + i));
        }

        fetchAll(fetch());

        assertThat(subjects()).hasSize(250).doesNotHaveDuplicates();
        assertThat(flags()).allSatisfy(flags -> {
            assertThat(flags.contains(Flags.Flag.SEEN)).isTrue();
            assertThat(flags.contains(OpenMailbox.STORED)).isTrue();
        });
        assertThat(processing.processDue()).isEqualTo(250);
    }

    @Test
    void theBytesOfTheServerAreKept() throws Exception {
        byte[] raw = RawMail.of("Grüße").saying("Schöne Grüße\r\n.\r\n\r\nEnde").bytes();
        arrives(raw);

        fetchAll(fetch());

        long id = ledger.list(LedgerFilter.all(), 0, 1).items().get(0).id();
        assertThat(ledger.raw(id).orElseThrow()).isEqualTo(raw);
    }

    @Test
    void nothingIsFlaggedBeforeTheCommit() throws Exception {
        arrives(RawMail.of("News"));
        FailingCommits failing = new FailingCommits(transactions, 1);
        Arrivals unlucky = new Arrivals(jdbc, batches, rawParts, failing);
        Ledger unluckyLedger = new Ledger(unlucky, rows, lists, large, signal, reasons, properties, clock);
        Fetch fetch = new Fetch(unluckyLedger, unlucky, large, properties, clock);

        assertThatThrownBy(() -> fetchAll(fetch)).isInstanceOf(TransactionSystemException.class);
        assertThat(subjects()).isEmpty();
        assertThat(flags()).allMatch(flags -> !flags.contains(OpenMailbox.STORED) && !flags.contains(Flags.Flag.SEEN));

        fetchAll(fetch);
        assertThat(subjects()).containsExactly("News");
        assertThat(flags()).allMatch(flags -> flags.contains(OpenMailbox.STORED));
    }

    @Test
    void aMailThatCannotBeStoredDoesNotHoldUpTheOthers() throws Exception {
        arrives(RawMail.of("Bad"));
        arrives(RawMail.of("Good"));
        FailingCommits failing = new FailingCommits(transactions, 2);
        Arrivals unlucky = new Arrivals(jdbc, batches, rawParts, failing);
        Fetch fetch = new Fetch(
                new Ledger(unlucky, rows, lists, large, signal, reasons, properties, clock),
                unlucky,
                large,
                properties,
                clock);

        assertThatThrownBy(() -> fetchAll(fetch)).isInstanceOf(TransactionSystemException.class);
        fetchAll(fetch);
        assertThat(subjects()).containsExactly("Good");
        assertThat(fetch.troubled()).isEqualTo(1);

        fetchAll(fetch);
        assertThat(subjects()).containsExactly("Bad", "Good");
        assertThat(fetch.troubled()).isZero();
    }

    @Test
    void mailsThatAreFetchedWhileOthersCannotBeWrittenAreFetchedAgain() throws Exception {
        for (int i = 0; i < 3; i++) {
            arrives(RawMail.of("Mail " + i).saying("To be printed.\r\n".repeat(100_000)));
        }
        Arrivals unlucky = new Arrivals(jdbc, batches, rawParts, new FailingCommits(transactions, 1));
        Ledger unluckyLedger = new Ledger(unlucky, rows, lists, large, signal, reasons, properties, clock);
        Fetch fetch = new Fetch(unluckyLedger, unlucky, large, properties, clock);

        assertThatThrownBy(() -> fetchAll(fetch)).isInstanceOf(TransactionSystemException.class);
        assertThat(subjects()).isEmpty();
        assertThat(fetch.troubled()).as("the two of the first batch").isEqualTo(2);
        assertThat(flags()).noneMatch(flags -> flags.contains(OpenMailbox.STORED));

        fetchAll(fetch);
        assertThat(subjects()).containsExactlyInAnyOrder("Mail 0", "Mail 1", "Mail 2");
        assertThat(fetch.troubled()).isZero();
        assertThat(flags()).allMatch(flags -> flags.contains(OpenMailbox.STORED));
    }

    @Test
    void whoGivesUpWaitsForWhatIsBeingWrittenAndForgetsItsFailure() {
        Arrivals unlucky = new Arrivals(jdbc, batches, rawParts, new FailingCommits(transactions, 1));
        Keeping keeping =
                new Keeping(new Ledger(unlucky, rows, lists, large, signal, reasons, properties, clock), Runnable::run);

        keeping.begin(fetched("News"));
        keeping.end();

        assertThat(keeping.done()).isEmpty();
        assertThat(subjects()).isEmpty();
        keeping.begin(fetched("News"));
        assertThat(keeping.done()).containsExactly(7L);
        assertThat(subjects()).containsExactly("News");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whereNoThreadIsToBeHadNobodyWaitsForIt() {
        Keeping keeping = new Keeping(ledger, task -> {
            throw new OutOfMemoryError("unable to create native thread");
        });

        assertThatThrownBy(() -> keeping.begin(fetched("News"))).isInstanceOf(OutOfMemoryError.class);
        keeping.end();

        assertThat(keeping.done()).isEmpty();
    }

    private List<NewMail> fetched(String subject) {
        return List.of(NewMail.whole(RawMail.of(subject).bytes(), Arrival.fetched("INBOX", 1, 7, clock.instant())));
    }

    @Test
    void aMailForWhichOthersWereAlwaysQuickerIsNotStoredWithoutWhatItSays() {
        FailingCommits failing = new FailingCommits(transactions, 5, new CannotAcquireLockException("Somebody else"));
        Arrivals unlucky = new Arrivals(jdbc, batches, rawParts, failing);

        assertThatThrownBy(() -> unlucky.store(fetched("News"))).isInstanceOf(CannotAcquireLockException.class);
        assertThat(subjects()).isEmpty();

        unlucky.store(fetched("News"));
        assertThat(subjects()).containsExactly("News");
    }

    @Test
    void aCrashBetweenStoringAndFlaggingDoublesNothing() throws Exception {
        arrives(RawMail.of("News"));
        fetchAll(fetch());
        folder().getMessages().get(0).setFlag(Flags.Flag.SEEN, false);
        folder().getMessages().get(0).setFlags(new Flags(OpenMailbox.STORED), false);

        fetchAll(fetch());

        assertThat(subjects()).containsExactly("News");
        assertThat(ledger.arrivals(
                        ledger.list(LedgerFilter.all(), 0, 1).items().get(0).id()))
                .isEqualTo(1);
        assertThat(flags().get(0).contains(Flags.Flag.SEEN)).isTrue();
    }

    @Test
    void whatPeopleFlagDoesNotMatter() throws Exception {
        arrives(RawMail.of("Read by somebody"));
        arrives(RawMail.of("Flagged by somebody"));
        folder().getMessages().get(0).setFlag(Flags.Flag.SEEN, true);
        folder().getMessages().get(1).setFlags(new Flags(OpenMailbox.STORED), true);

        fetchAll(fetch());

        assertThat(subjects()).containsExactlyInAnyOrder("Read by somebody", "Flagged by somebody");
    }

    @Test
    void theSameMailWithANewNumberIsOneEntry() throws Exception {
        arrives(RawMail.of("News"));
        fetchAll(fetch());
        arrives(RawMail.of("News"));

        fetchAll(fetch());

        assertThat(subjects()).containsExactly("News");
        assertThat(ledger.arrivals(
                        ledger.list(LedgerFilter.all(), 0, 1).items().get(0).id()))
                .isEqualTo(2);
    }

    @Test
    void aMailboxMadeAnewDoublesNothing() throws Exception {
        arrives(RawMail.of("News"));
        fetchAll(fetch());
        OFFICE.close();
        OFFICE.open();
        OFFICE.server().setUser(INTAKE, INTAKE, INTAKE);
        arrives(RawMail.of("News"));
        arrives(RawMail.of("Later"));

        fetchAll(fetch());

        assertThat(subjects()).containsExactly("Later", "News");
    }

    @Test
    void aMailThatIsTooLargeStaysOnTheServerAndIsSaidOnce() throws Exception {
        InboxProperties small =
                OnlyTheInbox.inboxOf(INTAKE, OFFICE.imapPort(), Duration.ofSeconds(30), DataSize.ofKilobytes(100));
        Ledger strict = new Ledger(arrivals, rows, lists, large, signal, reasons, small, clock);
        Fetch fetch = new Fetch(strict, arrivals, large, small, clock);
        arrives(RawMail.of("Large").saying("x".repeat(1024 * 1024)));
        arrives(RawMail.of("Small"));

        fetchAll(fetch, small);
        fetchAll(fetch, small);

        LedgerEntry large = ledger.list(LedgerFilter.in(LedgerState.QUARANTINED), 0, 10)
                .items()
                .get(0);
        assertThat(subjects()).containsExactlyInAnyOrder("Large", "Small");
        assertThat(large.reason()).startsWith("The mail has 1.0 MB; at most 0.1 MB are taken.");
        assertThat(ledger.raw(large.id()).orElseThrow().length).isLessThan(1000);
        assertThat(flags().get(0).contains(OpenMailbox.STORED)).isFalse();

        ledger.replay(large.id());
        processing.processDue();
        assertThat(ledger.find(large.id()).orElseThrow().reason()).startsWith("Only the headers");
    }

    @Test
    void twentySixMegabytesAreTaken() throws Exception {
        byte[] file = new byte[19 * 1024 * 1024];
        String encoded = Base64.getMimeEncoder().encodeToString(file);
        arrives(RawMail.of("Film")
                .with("Content-Type", "multipart/mixed; boundary=b")
                .saying("--b\r\n\r\nHere is the film.\r\n--b\r\nContent-Type: video/mp4; name=film.mp4\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n" + encoded + "\r\n--b--\r\n"));

        fetchAll(fetch());
        processing.processDue();

        LedgerEntry entry = ledger.list(LedgerFilter.all(), 0, 1).items().get(0);
        assertThat(entry.text()).isEqualTo("Here is the film.");
        assertThat(entry.attachments()).containsExactly(new AttachedFile("film.mp4", "video/mp4", file.length));
        assertThat(desk.mails.get(0).attachments().get(0).content()).hasBinaryContent(file);
    }

    @Test
    void fiveHundredAttachmentsAreAllThere() throws Exception {
        StringBuilder parts = new StringBuilder("--b\r\n\r\nAll of them.\r\n");
        IntStream.rangeClosed(1, 500)
                .forEach(i -> parts.append("--b\r\nContent-Disposition: attachment; filename=f")
                        .append(i)
                        .append(".txt\r\n\r\nfile ")
                        .append(i)
                        .append("\r\n"));
        arrives(RawMail.of("Many")
                .with("Content-Type", "multipart/mixed; boundary=b")
                .saying(parts + "--b--\r\n"));

        fetchAll(fetch());
        processing.processDue();

        ReceivedMail mail = desk.about("Many").orElseThrow();
        assertThat(mail.attachments()).hasSize(500);
        assertThat(mail.attachments().get(499).name()).isEqualTo("f500.txt");
        assertThat(mail.attachments().get(499).content()).hasContent("file 500");
        assertThat(ledger.find(mail.id()).orElseThrow().attachments()).hasSize(500);
    }

    @Test
    void aServerThatIsAwayIsTriedUntilItIsBack() throws Exception {
        OFFICE.close();
        FetchStatus status = new FetchStatus(clock);
        Script script = new Script();
        FetchLoop loop = new FetchLoop(OnlyTheInbox.server(properties), looks, fetch(), status, script, false);
        InboxHealthIndicator health = new InboxHealthIndicator(
                properties,
                List.of(new WatchedMailbox(properties.allMailboxes().get(0), fetch(), status)),
                workers,
                gaps,
                reasons);
        script.then(() -> assertThat(health.health().getStatus().getCode()).isEqualTo("DOWN"))
                .then(() -> {
                    OFFICE.open();
                    OFFICE.server().setUser(INTAKE, INTAKE, INTAKE);
                    arrives(RawMail.of("After the start"));
                })
                .then(() -> {
                    assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
                    assertThat(subjects()).containsExactly("After the start");
                    OFFICE.close();
                })
                .then(() -> {
                    assertThat(health.health().getStatus().getCode()).isEqualTo("DOWN");
                    OFFICE.open();
                    OFFICE.server().setUser(INTAKE, INTAKE, INTAKE);
                    // made anew within the same second, a GreenMail folder gives out the same numbers again
                    arrives(RawMail.of("After the start"));
                    arrives(RawMail.of("After the break"));
                })
                .then(() -> {
                    assertThat(subjects()).containsExactly("After the break", "After the start");
                    loop.stop();
                });

        loop.run();

        assertThat(script.problem).isNull();
        assertThat(script.failures).containsExactly(1, 2, 1);
    }

    @Test
    void aLongLookTellsOfItsProgress() throws Exception {
        for (int i = 0; i < 3; i++) {
            arrives(RawMail.of("Mail " + i).saying("To be printed.\r\n".repeat(100_000)));
        }
        FetchStatus status = new FetchStatus(clock);
        status.lost(new MessagingException("Away"));
        int[] told = {0};

        try (OpenMailbox mailbox = OnlyTheInbox.server(properties).open()) {
            fetch().from(1, Reach.EVERYTHING, mailbox, () -> {
                told[0]++;
                status.stored();
            });
        }

        assertThat(told[0]).isEqualTo(2);
        assertThat(status.lookedWithin(Duration.ofMinutes(1))).isTrue();
        assertThat(status.atRest()).isFalse();
    }

    /** It would wait for ever where this is broken: who reads has what it waits for. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void withinATransactionNobodyWaitsForAnotherLargeMail() {
        byte[] film = RawMail.of("Film")
                .saying("0123456789abcdef\r\n".repeat(300_000))
                .bytes();
        LedgerEntry entry = ledger.accept(film, Arrival.posted(clock.instant()));

        String subject = large.holding(
                film.length,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> ledger.read(entry.id()).orElseThrow().subject()));

        assertThat(subject).isEqualTo("Film");
    }

    /** Where this is broken, it waits until the server's time for an answer is up. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatComesJustBeforeWeListenIsNotWaitedFor() throws Exception {
        try (OpenMailbox mailbox =
                OnlyTheInbox.server(polling(Duration.ofMinutes(30))).open()) {
            int before = mailbox.count();
            fetch().from(1, mailbox);
            arrives(RawMail.of("In between"));

            mailbox.awaitNews(before);

            assertThat(mailbox.count()).isEqualTo(before + 1);
        }
    }

    @Test
    void theServerTellsOfNewsWhileWeListen() throws Exception {
        FetchLoop loop = new FetchLoop(
                OnlyTheInbox.server(properties),
                looks,
                fetch(),
                new FetchStatus(clock),
                // GreenMail loses a connection at times when mail comes while it answers.
                new TimedPauses(properties.pollInterval()),
                true);
        Thread listening = new Thread(loop);
        listening.start();
        for (int i = 0; i < 3; i++) {
            long seen = signal.seen();
            arrives(RawMail.of("News " + i));
            // GreenMail keeps quiet about what comes after it said that it listens and before it does; patience finds
            // it.
            signal.await(seen, properties.patience().multipliedBy(2));
        }
        loop.stop();
        listening.join();

        assertThat(subjects()).containsExactly("News 2", "News 1", "News 0");
    }

    /** What happens at each pause; at the end of the script the loop is stopped by its last scene. */
    private static final class Script implements Pauses {

        private interface Scene {
            void play() throws Exception;
        }

        private final Deque<Scene> scenes = new ArrayDeque<>();
        private final Deque<Integer> failures = new ArrayDeque<>();
        private Throwable problem;

        Script then(Scene scene) {
            scenes.add(scene);
            return this;
        }

        @Override
        public void untilNextPoll() throws InterruptedException {
            play();
        }

        @Override
        public void afterFailure(int number) throws InterruptedException {
            failures.add(number);
            play();
        }

        @Override
        public void end() {}

        private void play() throws InterruptedException {
            try {
                scenes.removeFirst().play();
            } catch (Exception | AssertionError failed) {
                problem = failed;
                throw new InterruptedException(failed.toString());
            }
        }
    }

    /** Lets the first commits fail as a database that goes away in that moment does. */
    private static final class FailingCommits implements PlatformTransactionManager {

        private final PlatformTransactionManager real;
        private final RuntimeException failure;
        private int left;

        FailingCommits(PlatformTransactionManager real, int failures) {
            this(real, failures, new TransactionSystemException("The connection broke during the commit"));
        }

        FailingCommits(PlatformTransactionManager real, int failures, RuntimeException failure) {
            this.real = real;
            this.left = failures;
            this.failure = failure;
        }

        @Override
        public TransactionStatus getTransaction(TransactionDefinition definition) {
            return real.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            if (left-- > 0) {
                real.rollback(status);
                throw failure;
            }
            real.commit(status);
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }
}
