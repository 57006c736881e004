package dev.baton.outbox;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.PostOffice;
import dev.baton.testkit.SettableClock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty queue, a mail server, and nobody but the test who carries mails there. */
@BatonTest
abstract class OutboxTest {

    static final PostOffice OFFICE = PostOffice.opened();
    static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");
    static final RequestRef LAUNCH_42 = RequestRef.of("LAUNCH-42");

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        OFFICE.takesOutgoing(properties);
        properties.add("baton.outbox.sending", () -> false);
        properties.add("baton.api.tokens.test", () -> "secret");
    }

    @Autowired
    Outbox outbox;

    @Autowired
    Postman postman;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    OutboxRows rows;

    @Autowired
    ManualScheduler scheduler;

    @BeforeEach
    void empty() {
        for (String table : new String[] {
            "outbox_attachment_part",
            "outbox_attachment",
            "outbox_digest_trouble",
            "outbox_digest_about",
            "outbox_digest",
            "outbox_day",
            "outbox_quiet",
            "outbox_mail"
        }) {
            jdbc.sql("delete from " + table).update();
        }
        OFFICE.empty();
    }

    QueuedMail queue(OutgoingMail mail) {
        return transaction.execute(status -> outbox.enqueue(mail));
    }

    static OutgoingMail news(String title) {
        return OutgoingMail.to(NADIA, "no-such-template", Map.of("title", title));
    }
}
