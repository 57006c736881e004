package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.Page;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the ledger promises, whatever database it is in. */
@BatonTest
@ContextConfiguration(classes = OnlyTheInbox.class)
abstract class LedgerContract {

    private static final RequestRef REF = RequestRef.of("LAUNCH-7");

    @Autowired
    Ledger ledger;

    @Autowired
    Arrivals arrivals;

    @Autowired
    LedgerProcessing processing;

    @Autowired
    OnlyTheInbox.Desk desk;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @BeforeEach
    void empty() {
        LedgerTables.empty(jdbc);
        desk.clear();
        clock.set(SettableClock.START);
    }

    LedgerEntry post(RawMail mail) {
        return post(mail.bytes());
    }

    LedgerEntry post(byte[] raw) {
        return ledger.accept(raw, Arrival.posted(clock.instant()));
    }

    LedgerEntry now(LedgerEntry entry) {
        return ledger.find(entry.id()).orElseThrow();
    }

    @Test
    void theVeryBytesAreKept() {
        byte[] raw = new byte[300];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) i;
        }

        LedgerEntry entry = post(raw);

        assertThat(ledger.raw(entry.id()).orElseThrow()).isEqualTo(raw);
        assertThat(entry.state()).isEqualTo(LedgerState.RECEIVED);
        assertThat(entry.messageId()).startsWith("sha256:");
    }

    @Test
    void theSameBytesAreOneEntry() {
        LedgerEntry first = post(RawMail.of("News"));
        LedgerEntry second = post(RawMail.of("News"));

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(ledger.arrivals(first.id())).isEqualTo(2);
        processing.processDue();
        assertThat(desk.subjects()).containsExactly("News");
    }

    @Test
    void twoMailsWithOneMessageIdAreBothTaken() {
        post(RawMail.of("News"));
        post(RawMail.of("News").saying("Something else."));

        processing.processDue();

        assertThat(desk.mails)
                .extracting(ReceivedMail::text)
                .containsExactlyInAnyOrder("Hello,\nplease do it.", "Something else.");
    }

    @Test
    void aMailThatCameByTwoWaysIsTakenOnceAndKeptTwice() {
        LedgerEntry first = post(RawMail.of("News").with("Delivered-To", "a@example.com"));
        LedgerEntry second = post(RawMail.of("News").with("Delivered-To", "b@example.com"));

        processing.processDue();

        assertThat(desk.mails).hasSize(1);
        assertThat(now(second).state()).isEqualTo(LedgerState.IGNORED);
        assertThat(now(second).reason())
                .isEqualTo("The same mail as entry " + first.id() + ", come once more by another way.");
    }

    @Test
    void equalMailsWithoutMessageIdAreTwoIfTheyCameTwice() {
        post(RawMail.of("Order").without("Message-ID").with("Received", "one"));
        post(RawMail.of("Order").without("Message-ID").with("Received", "two"));

        processing.processDue();

        assertThat(desk.subjects()).containsExactly("Order", "Order");
    }

    @Test
    void whatBecameOfAMailStandsInItsEntry() {
        LedgerEntry entry = post(RawMail.of("News").saying("Yes.\n\n> Shall we?\n"));
        desk.decides(mail -> new Disposition.Opened(REF));

        processing.processDue();

        LedgerEntry done = now(entry);
        assertThat(done.state()).isEqualTo(LedgerState.OPENED);
        assertThat(done.request()).isEqualTo(REF);
        assertThat(done.from()).isEqualTo("nadia@example.com");
        assertThat(done.text()).isEqualTo("Yes.");
        assertThat(done.cut()).isEqualTo("> Shall we?");
        assertThat(ledger.list(LedgerFilter.of(REF), 0, 10).items()).hasSize(1);
    }

    @Test
    void oneThatFailsAmongManyHoldsUpNoneOfThem() {
        List<LedgerEntry> entries = Stream.of("One", "Two", "Bad", "Three")
                .map(subject -> post(RawMail.of(subject)))
                .toList();
        desk.decides(mail -> {
            if (mail.subject().equals("Bad")) {
                throw new IllegalStateException("This one cannot be read");
            }
            return new Disposition.Opened(REF);
        });

        processing.process(processing.due(0));

        assertThat(entries)
                .extracting(entry -> now(entry).state())
                .containsExactly(LedgerState.OPENED, LedgerState.OPENED, LedgerState.RECEIVED, LedgerState.OPENED);
        assertThat(now(entries.get(2)).reason()).contains("This one cannot be read");
    }

    @Test
    void manyThatWaitShareOneTransaction() {
        List<LedgerEntry> entries = Stream.of("One", "Two", "Three")
                .map(subject -> post(RawMail.of(subject)))
                .toList();
        Set<Object> transactions = new HashSet<>();
        desk.decides(mail -> {
            transactions.add(TransactionSynchronizationManager.getResource(database));
            return new Disposition.Opened(REF);
        });

        processing.process(processing.due(0));

        assertThat(transactions).hasSize(1);
        assertThat(entries).extracting(entry -> now(entry).state()).containsOnly(LedgerState.OPENED);
    }

    @Test
    void anErrorOfTheMachineIsAFailedAttemptLikeAnyOther() {
        LedgerEntry entry = post(RawMail.of("News"));
        desk.decides(mail -> {
            throw new LinkageError("a class is missing");
        });

        assertThat(processing.processDue()).isZero();
        assertThat(now(entry).reason()).startsWith("Attempt 1 of 5 failed: a class is missing.");
    }

    @Test
    void aFailureUndoesEverythingAndIsTriedAgainLater() {
        LedgerEntry entry = post(RawMail.of("News"));
        desk.decides(mail -> {
            jdbc.sql("update ledger set subject = 'changed' where id = ?")
                    .param(mail.id())
                    .update();
            throw new OptimisticLockingFailureException("somebody else was faster");
        });

        assertThat(processing.processDue()).isZero();
        assertThat(now(entry).subject()).isEqualTo("News");
        assertThat(now(entry).state()).isEqualTo(LedgerState.RECEIVED);
        assertThat(now(entry).reason()).startsWith("Attempt 1 of 5 failed: somebody else was faster.");

        desk.decides(mail -> new Disposition.Opened(REF));
        assertThat(processing.processDue()).isZero();
        clock.jump(Attempts.waitAfter(1));
        assertThat(processing.processDue()).isEqualTo(1);
        assertThat(now(entry).state()).isEqualTo(LedgerState.OPENED);
        assertThat(now(entry).reason()).isNull();
    }

    @Test
    void afterFiveAttemptsItIsQuarantinedWithTheReasonAndCanBeReplayed() {
        LedgerEntry entry = post(RawMail.of("News"));
        desk.decides(mail -> {
            throw new IllegalStateException("no workflow is deployed");
        });
        for (int i = 0; i < Attempts.MOST; i++) {
            processing.processDue();
            clock.jump(Duration.ofHours(1));
        }

        assertThat(now(entry).state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(now(entry).reason())
                .isEqualTo("Could not be taken in after 5 attempts: no workflow is deployed."
                        + " Replay it once the cause is mended.");

        desk.decides(mail -> new Disposition.Joined(REF));
        assertThat(ledger.replay(entry.id())).isTrue();
        processing.processDue();
        assertThat(now(entry).state()).isEqualTo(LedgerState.JOINED);
    }

    @Test
    void whatWasDoneIsNotReplayed() {
        LedgerEntry entry = post(RawMail.of("News"));
        desk.decides(mail -> new Disposition.Opened(REF));
        processing.processDue();

        assertThat(ledger.replay(entry.id())).isFalse();
        assertThat(processing.processDue()).isZero();
        assertThat(desk.mails).hasSize(1);
    }

    @Test
    void aBadMailDoesNotHoldUpTheNext() {
        post(RawMail.of("Bad"));
        post(RawMail.of("Good"));
        desk.decides(mail -> {
            if (mail.subject().equals("Bad")) {
                throw new IllegalStateException("no");
            }
            return new Disposition.Opened(REF);
        });

        assertThat(processing.processDue()).isEqualTo(1);
        assertThat(desk.subjects()).containsExactly("Good");
    }

    @Test
    void manyWorkersTakeEachMailOnce() throws Exception {
        for (int i = 0; i < 60; i++) {
            post(RawMail.of("Mail " + i));
        }
        desk.decides(mail -> new Disposition.Opened(REF));

        together(4, processing::processDue);

        assertThat(desk.subjects()).hasSize(60).doesNotHaveDuplicates();
        assertThat(ledger.counts()).containsEntry(LedgerState.OPENED, 60L).containsEntry(LedgerState.RECEIVED, 0L);
    }

    @Test
    void nodesThatStoreTheSameMailsAtOnceStoreThemOnce() throws Exception {
        together(3, () -> {
            for (int batch = 0; batch < 10; batch++) {
                List<NewMail> mails = new ArrayList<>();
                for (int uid = 1; uid <= 20; uid++) {
                    int number = batch * 20 + uid;
                    mails.add(NewMail.whole(
                            RawMail.of("Mail " + number).bytes(), Arrival.fetched("box", 1, number, clock.instant())));
                }
                ledger.acceptAll(mails);
            }
            return 0;
        });

        assertThat(ledger.counts()).containsEntry(LedgerState.RECEIVED, 200L);
        assertThat(arrivals.known("box", 1, 1, 1000)).hasSize(200);
    }

    @Test
    void textThatNoDatabaseTakesIsMendedAndTheBytesAreNot() {
        RawMail odd = RawMail.of("Odd").without("Subject").with("Subject", "=?utf-8?B?AG5pbA==?= =?utf-16?B?2AA=?=");

        LedgerEntry entry = post(odd.saying("a\u0000b"));
        processing.processDue();

        assertThat(now(entry).subject()).contains("\uFFFDnil");
        assertThat(now(entry).text()).isEqualTo("a\uFFFDb");
        assertThat(ledger.raw(entry.id()).orElseThrow())
                .isEqualTo(odd.saying("a\u0000b").bytes());
    }

    @Test
    void pagesRunFromTheNewestToTheOldest() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, post(RawMail.of("Mail " + i)).id());
        }

        Page<LedgerEntry> first = ledger.list(LedgerFilter.in(LedgerState.RECEIVED), 0, 3);
        Page<LedgerEntry> second = ledger.list(LedgerFilter.all(), Long.parseLong(first.next()), 3);

        assertThat(first.items()).extracting(LedgerEntry::id).isEqualTo(ids.subList(0, 3));
        assertThat(second.items()).extracting(LedgerEntry::id).isEqualTo(ids.subList(3, 5));
        assertThat(second.next()).isNull();
    }

    @Test
    void aPageOfLongMailsEndsEarlier() {
        for (int i = 0; i < 8; i++) {
            post(RawMail.of("Long mail " + i).saying("a ".repeat(450_000)));
        }
        processing.processDue();

        Page<LedgerEntry> first = ledger.list(LedgerFilter.all(), 0, 50);
        Page<LedgerEntry> second = ledger.list(LedgerFilter.all(), Long.parseLong(first.next()), 50);

        assertThat(first.items()).hasSize(6);
        assertThat(second.items()).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"From", "Subject", "Message-ID", "To"})
    void aMailMayLackAnyHeader(String header) {
        LedgerEntry entry = post(RawMail.of("News").without(header));

        assertThat(processing.processDue()).isEqualTo(1);
        assertThat(now(entry).text()).isEqualTo("Hello,\nplease do it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", "no mail at all"})
    void whatIsHardlyAMailEndsInAStateToo(String text) {
        LedgerEntry entry = post(RawMail.bare(text));

        assertThat(processing.processDue()).isEqualTo(1);
        assertThat(now(entry).state()).isEqualTo(LedgerState.IGNORED);
    }

    @Test
    void whatIsNoMailAtAllIsKeptAndSaidSo() {
        LedgerEntry entry = post(new byte[] {0, 1, 2, 3, -1, 0, 7});

        assertThat(processing.processDue()).isEqualTo(1);
        assertThat(now(entry).state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(now(entry).reason()).startsWith("This is no mail");
    }

    @Test
    void whatIsToBeKnownOfItsReadingStandsInItsEntry() {
        LedgerEntry entry = post(RawMail.of("News")
                .with("Content-Type", "text/plain; charset=klingon")
                .saying("nuqneH"));

        processing.processDue();

        assertThat(now(entry).text()).isEqualTo("nuqneH");
        assertThat(now(entry).notes()).singleElement().asString().contains("“klingon”");
    }

    private static void together(int threads, java.util.concurrent.Callable<Integer> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<Integer>> results = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            results.add(pool.submit(() -> {
                start.await();
                return work.call();
            }));
        }
        for (Future<Integer> result : results) {
            result.get();
        }
        pool.shutdown();
    }
}
