package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.shared.EmailAddress;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.PostOffice;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@BatonTest
class SentAtOnceTest {

    private static final PostOffice OFFICE = PostOffice.opened();

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        OFFICE.takesOutgoing(properties);
        properties.add("baton.outbox.sending", () -> true);
    }

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theCommitSendsTheMail() {
        transaction.executeWithoutResult(status -> outbox.enqueue(OutgoingMail.to(
                EmailAddress.of("nadia@example.com"), "sign-in", Map.of("url", "https://x", "validFor", "a day"))));

        assertThat(OFFICE.server().waitForIncomingEmail(20_000, 1)).isTrue();
    }
}
