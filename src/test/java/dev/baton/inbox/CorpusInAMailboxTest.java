package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.testkit.BatonTest;
import dev.baton.testkit.Corpus;
import dev.baton.testkit.Dovecot;
import dev.baton.testkit.SettableClock;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.util.unit.DataSize;

/** Real mail that nobody here wrote, fetched from a real mailbox. */
@BatonTest
@ContextConfiguration(classes = OnlyTheInbox.class)
class CorpusInAMailboxTest {

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
    LedgerProcessing processing;

    @Autowired
    OnlyTheInbox.Desk desk;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void empty() {
        Corpus.missing().ifPresent(why -> assumeTrue(false, "Skipped: " + why));
        Dovecot.missing().ifPresent(why -> assumeTrue(false, "Skipped: " + why));
        LedgerTables.empty(jdbc);
        desk.clear();
    }

    @Test
    void everyMailIsFetchedByteForByteAndEndsInOneState() throws InterruptedException {
        Map<String, Path> expected = new HashMap<>();
        try (Dovecot dovecot = Dovecot.opened(INTAKE)) {
            Corpus.files().stream()
                    .filter(file -> Corpus.read(file).length > 0)
                    .forEach(file -> expected.putIfAbsent(hex(overTheWire(Corpus.read(file))), file));
            Corpus.files().stream()
                    .map(Corpus::read)
                    .filter(mail -> mail.length > 0)
                    .forEach(dovecot::delivers);
            fetched(dovecot, expected.size());
        }
        processing.processDue();

        ledger.list(LedgerFilter.all(), 0, 1000).items().forEach(entry -> {
            assertThat(entry.state()).as(entry.toString()).isIn(LedgerState.IGNORED, LedgerState.QUARANTINED);
            expected.remove(hex(ledger.raw(entry.id()).orElseThrow()));
        });
        assertThat(expected).isEmpty();
    }

    private void fetched(Dovecot dovecot, int mails) throws InterruptedException {
        Duration never = Duration.ofHours(1);
        InboxProperties properties = OnlyTheInbox.inboxOf(INTAKE, dovecot.port(), never, DataSize.ofMegabytes(25));
        FetchLoop loop = new FetchLoop(
                OnlyTheInbox.server(properties),
                looks,
                new Fetch(ledger, arrivals, large, properties, clock),
                new FetchStatus(clock),
                new TimedPauses(never),
                true);
        Thread fetching = new Thread(loop, "fetching the corpus");
        fetching.start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> ledger.counts().get(LedgerState.RECEIVED) == mails);
        loop.stop();
        fetching.join();
    }

    /** IMAP hands over lines that end in CRLF (RFC 3501 §4.3), whatever the file in the mailbox has. */
    private static byte[] overTheWire(byte[] mail) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 0; i < mail.length; i++) {
            if (mail[i] == '\n' && (i == 0 || mail[i - 1] != '\r')) {
                lines.write('\r');
            }
            lines.write(mail[i]);
        }
        return lines.toByteArray();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
