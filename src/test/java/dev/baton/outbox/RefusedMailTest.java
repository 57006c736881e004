package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.outbox.Trouble.Kind;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.BatonTest;
import dev.baton.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@BatonTest
class RefusedMailTest {

    private static final PickyMailServer SERVER = new PickyMailServer();
    private static final RequestRef LAUNCH_42 = RequestRef.of("LAUNCH-42");

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", SERVER::port);
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
        jdbc.sql("delete from outbox_mail").update();
        SERVER.taken().clear();
    }

    private long queue(String to) {
        return transaction
                .execute(status -> outbox.enqueue(OutgoingMail.to(
                        EmailAddress.of(to), "sign-in", Map.of("url", "https://x", "validFor", "a day"))))
                .id();
    }

    private QueuedMail mail(long id) {
        return outbox.find(id).orElseThrow();
    }

    private QueuedMail reminder(String to) {
        return transaction.execute(status ->
                outbox.enqueue(OutgoingMail.to(EmailAddress.of(to), "no-such-template", Map.of("title", "Still open"))
                        .about(LAUNCH_42)
                        .answeredTo(EmailAddress.of("requests+t." + to.charAt(0) + "@example.com"))));
    }

    @Test
    void whatIsDecidedWhileAMailBeforeItIsSentIsNotRemindedOf() {
        QueuedMail first = reminder("first@example.com");
        QueuedMail second = reminder("second@example.com");
        SERVER.meanwhile("first@example.com", () -> outbox.notNeeded(LAUNCH_42, List.of(second.replyTo())));

        postman.deliverDue();

        assertThat(SERVER.taken()).containsExactly("first@example.com");
        assertThat(mail(first.id()).state()).isEqualTo(MailState.SENT);
        assertThat(mail(second.id()).state()).isEqualTo(MailState.DROPPED);
    }

    @Test
    void aMailThatTheServerIsTakingAlreadyIsSentAndSaidToBe() {
        QueuedMail mail = reminder("third@example.com");
        SERVER.meanwhile("third@example.com", () -> outbox.notNeeded(LAUNCH_42, List.of(mail.replyTo())));

        postman.deliverDue();

        assertThat(SERVER.taken()).containsExactly("third@example.com");
        assertThat(mail(mail.id()).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void anAddressThatIsRefusedForGoodIsGivenUpAtOnce() {
        long id = queue("nobody@example.com");
        postman.deliverDue();

        assertThat(mail(id).state()).isEqualTo(MailState.DEAD);
        assertThat(mail(id).trouble()).isEqualTo(new Trouble(Kind.ADDRESS_REFUSED, "550 5.1.1 No such user here"));
        assertThat(outbox.deadLetters()).isEqualTo(1);
    }

    @Test
    void aMailThatIsNotTakenNowIsTriedLaterAndLater() {
        long id = queue("full@example.com");
        Instant last = clock.instant();
        for (long minutes : new long[] {2, 4, 8, 16, 32, 64, 128, 240, 240, 240, 240}) {
            postman.deliverDue();
            assertThat(mail(id).state()).isEqualTo(MailState.QUEUED);
            assertThat(Duration.between(last, mail(id).dueAt())).isEqualTo(Duration.ofMinutes(minutes));
            assertThat(postman.deliverDue()).as("not before its time").isZero();
            clock.set(mail(id).dueAt());
            last = clock.instant();
        }
        postman.deliverDue();

        assertThat(mail(id).state()).isEqualTo(MailState.DEAD);
        assertThat(mail(id).attempts()).isEqualTo(12);
        assertThat(mail(id).trouble()).isEqualTo(new Trouble(Kind.NOT_TAKEN, "452 4.2.2 Mailbox full"));
    }

    @Test
    void aDeadMailCanBeTriedAgain() {
        long id = queue("nobody@example.com");
        postman.deliverDue();
        jdbc.sql("update outbox_mail set recipient = 'somebody@example.com' where id = ?")
                .param(id)
                .update();

        outbox.retry(id);
        assertThat(mail(id).state()).isEqualTo(MailState.QUEUED);
        postman.deliverDue();

        assertThat(mail(id).state()).isEqualTo(MailState.SENT);
        outbox.retry(id);
        assertThat(mail(id).state()).as("a sent mail is not sent again").isEqualTo(MailState.SENT);
    }

    @Test
    void aRefusedMailDoesNotHoldUpTheNext() {
        queue("nobody@example.com");
        queue("full@example.com");
        queue("hangs-up@example.com");
        queue("nadia@example.com");
        postman.deliverDue();

        assertThat(SERVER.taken()).containsExactly("nadia@example.com");
    }

    @Test
    void aMailThatCannotBePutTogetherIsGivenUpAndHoldsUpNobody() {
        long id = queue("somebody@" + "x".repeat(70) + ".example");
        queue("nadia@example.com");
        postman.deliverDue();

        assertThat(mail(id).state()).isEqualTo(MailState.DEAD);
        assertThat(mail(id).trouble()).extracting(Trouble::kind).isEqualTo(Kind.UNREADABLE);
        assertThat(SERVER.taken()).containsExactly("nadia@example.com");
    }

    @Test
    void anAnswerToTheNameThatTheServerGaveAMailIsAnAnswerToIt() {
        long id = queue("renamed@example.com");
        long other = queue("nadia@example.com");
        postman.deliverDue();

        assertThat(outbox.byMessageId("<0107018f2a3b4c5d-6e7f8a9b-000000@eu-west-1.relay.example>"))
                .map(QueuedMail::id)
                .contains(id);
        assertThat(outbox.byMessageId("<taken@relay.example>")).isEmpty();
        assertThat(outbox.byMessageId(mail(other).messageId()))
                .map(QueuedMail::id)
                .contains(other);
    }

    @Test
    void manyMailsGoOverOneConnection() {
        for (int i = 0; i < 50; i++) {
            queue("person" + i + "@example.com");
        }
        int before = SERVER.connections();

        assertThat(postman.deliverDue()).isEqualTo(50);
        assertThat(SERVER.connections()).isEqualTo(before + 1);
    }

    @Test
    void aServerThatIsBusyOrWantsASignInCostsNoTry() {
        long busy = queue("busy@example.com");
        postman.deliverDue();
        long locked = queue("locked@example.com");
        jdbc.sql("delete from outbox_mail where id = ?").param(busy).update();
        postman.deliverDue();

        assertThat(mail(locked).state()).isEqualTo(MailState.QUEUED);
        assertThat(mail(locked).attempts()).isZero();
        assertThat(mail(locked).trouble()).extracting(Trouble::kind).isEqualTo(Kind.SIGN_IN);
    }
}
