package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inbox.MailsMissing;
import dev.baton.outbox.MailState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

class MissingMailAlarmTest extends IntakeTest {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate inTransaction;

    @Test
    void everyAdminIsWrittenTo() {
        inTransaction.executeWithoutResult(
                status -> events.publishEvent(new MailsMissing("requests@example.com@imap.example.com/INBOX", 3)));

        assertThat(outbox.list(MailState.QUEUED, null, 50).items())
                .filteredOn(mail -> mail.template().equals("mail-missing"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.to().value()).isEqualTo("admin@example.com");
                    assertThat(mail.subject()).isEqualTo("3 mails did not reach Baton");
                });
    }
}
