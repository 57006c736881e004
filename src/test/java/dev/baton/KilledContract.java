package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.testkit.BatonProcess;
import dev.baton.testkit.Correspondent;
import dev.baton.testkit.Correspondent.Letter;
import dev.baton.testkit.Databases;
import dev.baton.testkit.PostOffice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Killed with {@code kill -9} at twenty random moments while 500 mails arrive and are answered: 250 ask for work with an
 * incomplete brief, 250 answer the acknowledgement. The moments are random but the seed is printed.
 */
abstract class KilledContract {

    private static final int KILLS = 20;
    private static final int REQUESTS = 250;
    private static final String INTAKE = "requests@example.com";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final PostOffice office = PostOffice.opened();
    private final Map<String, String> database = Databases.postgres();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(
            database.get("spring.datasource.url"),
            database.get("spring.datasource.username"),
            database.get("spring.datasource.password")));
    private final Correspondent customer =
            Correspondent.of("petra@customer.example", office.smtpPort(), office.imapPort());
    private final List<BatonProcess> nodes = new ArrayList<>();
    private final Set<String> answered = new HashSet<>();
    private final Set<String> written = new HashSet<>();

    /** How many Batons run on the one database and the one mailbox. */
    abstract int howMany();

    @BeforeEach
    void start() {
        office.server().setUser(INTAKE, INTAKE, INTAKE);
        office.server().setUser(customer.address(), customer.address(), customer.address());
        while (nodes.size() < howMany()) {
            node();
        }
    }

    @AfterEach
    void stop() {
        nodes.forEach(BatonProcess::close);
        office.close();
    }

    @Test
    void nothingIsLostAndNothingHappensTwice() {
        long seed = new Random().nextLong();
        System.out.println("KilledContract seed " + seed);
        Random random = new Random(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            ask(REQUESTS / KILLS + (kill < REQUESTS % KILLS ? 1 : 0));
            answerWhatCame();
            reach(progress() + random.nextInt(60));
            nodes.remove(random.nextInt(nodes.size())).kill();
            node();
        }
        await("all answered").atMost(PATIENCE).until(() -> answerWhatCame() == REQUESTS);
        await("all worked through")
                .atMost(PATIENCE)
                .until(() -> count("select count(*) from ledger where state <> 'received'") >= 2L * REQUESTS
                        && count("select count(*) from outbox_mail where state = 'queued'") == 0);

        everyMailIsInOneFinalState();
        noRequestIsThereTwice();
        everyAcknowledgementWasQueuedOnce();
    }

    private void everyMailIsInOneFinalState() {
        assertThat(written).hasSize(2 * REQUESTS);
        Map<String, Integer> entries = new LinkedHashMap<>();
        jdbc.sql("select message_id from ledger where sender = ?")
                .param(customer.address())
                .query(String.class)
                .list()
                .forEach(id -> entries.merge(id, 1, Integer::sum));
        assertThat(entries.keySet()).containsExactlyInAnyOrderElementsOf(written);
        assertThat(entries.values()).containsOnly(1);
        assertThat(jdbc.sql("select distinct state from ledger order by state")
                        .query(String.class)
                        .list())
                .containsExactly("joined", "opened");
    }

    private void noRequestIsThereTwice() {
        assertThat(count("select count(*) from request")).isEqualTo(REQUESTS);
        assertThat(count("select count(distinct title) from request")).isEqualTo(REQUESTS);
        assertThat(count("select count(*) from request where started_at is not null"))
                .isEqualTo(REQUESTS);
        assertThat(count("select count(*) from act_hi_procinst")).isEqualTo(REQUESTS);
        assertThat(count("select count(distinct business_key_) from act_hi_procinst"))
                .isEqualTo(REQUESTS);
        assertThat(count("select count(*) from ledger where state = 'opened'")).isEqualTo(REQUESTS);
    }

    /** One when the request was opened, one when its brief was complete. */
    private void everyAcknowledgementWasQueuedOnce() {
        assertThat(count("select count(*) from outbox_mail where template = 'acknowledgement'"))
                .isEqualTo(2L * REQUESTS);
        assertThat(count("select count(*) from (select request from outbox_mail where template = 'acknowledgement'"
                        + " group by request having count(*) <> 2) as odd"))
                .isZero();
        Set<String> received = new HashSet<>();
        customer.reads().forEach(letter -> received.add(letter.messageId()));
        assertThat(received)
                .containsAll(jdbc.sql("select message_id from outbox_mail where recipient = ?")
                        .param(customer.address())
                        .query(String.class)
                        .list());
    }

    private void ask(int mails) {
        for (int i = 0; i < mails; i++) {
            written.add(customer.writes("requests+flyer@example.com", "Flyer " + written.size(), ""));
        }
    }

    private int answerWhatCame() {
        for (Letter letter : customer.readsOn()) {
            if (letter.leadsTo("/brief/") && answered.add(letter.messageId())) {
                written.add(customer.answers(letter, "What is it about?: Topic " + answered.size()));
            }
        }
        return answered.size();
    }

    /** Waits until about so much has happened, or all there is. */
    private void reach(long wanted) {
        await("progress")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> progress() >= wanted || idle());
    }

    private long progress() {
        return count("select count(*) from ledger")
                + count("select count(*) from ledger where state <> 'received'")
                + count("select count(*) from outbox_mail where state = 'sent'");
    }

    private boolean idle() {
        return count("select count(*) from ledger where state <> 'received'") >= written.size()
                && count("select count(*) from outbox_mail where state = 'queued'") == 0;
    }

    private long count(String query) {
        return jdbc.sql(query).query(Long.class).single();
    }

    private BatonProcess node() {
        Map<String, String> properties = new LinkedHashMap<>(database);
        properties.put("spring.mail.host", "127.0.0.1");
        properties.put("spring.mail.port", String.valueOf(office.smtpPort()));
        properties.put("baton.inbox.host", "127.0.0.1");
        properties.put("baton.inbox.port", String.valueOf(office.imapPort()));
        properties.put("baton.inbox.username", INTAKE);
        properties.put("baton.inbox.password", INTAKE);
        properties.put("baton.inbox.sweep-interval", "1s");
        properties.put("baton.outbox.claim", "PT2S");
        properties.put("baton.models", "src/test/resources/models/flyer");
        BatonProcess node = BatonProcess.start(properties);
        nodes.add(node);
        return node;
    }
}

class OneNodeKilledTest extends KilledContract {
    @Override
    int howMany() {
        return 1;
    }
}

class TwoNodesKilledTest extends KilledContract {
    @Override
    int howMany() {
        return 2;
    }
}
