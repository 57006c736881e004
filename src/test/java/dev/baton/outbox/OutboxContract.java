package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.PostOffice;
import dev.baton.testkit.SettableClock;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What the queue promises, whatever database it is in. */
@BatonTest
abstract class OutboxContract {

    static final PostOffice OFFICE = PostOffice.opened();
    static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");
    static final RequestRef LAUNCH_42 = RequestRef.of("LAUNCH-42");

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        OFFICE.takesOutgoing(properties);
        properties.add("baton.outbox.sending", () -> false);
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

    @BeforeEach
    void empty() {
        jdbc.sql("delete from outbox_attachment").update();
        jdbc.sql("delete from outbox_mail").update();
        OFFICE.empty();
    }

    QueuedMail queue(OutgoingMail mail) {
        return transaction.execute(status -> outbox.enqueue(mail));
    }

    static OutgoingMail news(String title) {
        return OutgoingMail.to(NADIA, "no-such-template", Map.of("title", title));
    }

    @Test
    void aMailNeedsATransactionToBelongTo() {
        assertThatThrownBy(() -> outbox.enqueue(news("alone"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aMailLeavesAfterItsTransaction() throws Exception {
        QueuedMail queued = queue(news("Copy is ready").about(LAUNCH_42));

        assertThat(postman.deliverDue()).isEqualTo(1);
        MimeMessage mail = OFFICE.mailsTo("nadia@example.com").get(0);
        assertThat(mail.getSubject()).isEqualTo("[LAUNCH-42] Copy is ready");
        assertThat(mail.getMessageID()).isEqualTo(queued.messageId());
        assertThat(outbox.find(queued.id()).orElseThrow().state()).isEqualTo(MailState.SENT);
        assertThat(postman.deliverDue()).isZero();
    }

    @Test
    void whatIsRolledBackWasNeverQueued() {
        transaction.executeWithoutResult(status -> {
            outbox.enqueue(news("never"));
            status.setRollbackOnly();
        });

        assertThat(postman.deliverDue()).isZero();
        assertThat(outbox.list(null, null, 10).items()).isEmpty();
    }

    @Test
    void twoPostmenSendEachMailOnce() throws Exception {
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 200; i++) {
                outbox.enqueue(news("mail " + i));
            }
        });

        var nodes = Executors.newFixedThreadPool(2);
        Callable<Integer> node = postman::deliverDue;
        int sent = 0;
        for (Future<Integer> done : nodes.invokeAll(List.of(node, node))) {
            sent += done.get();
        }
        nodes.shutdown();

        sent += postman.deliverDue();
        assertThat(sent).isEqualTo(200);
        assertThat(OFFICE.mails()).hasSize(200);
        assertThat(outbox.queued()).isZero();
    }
}
