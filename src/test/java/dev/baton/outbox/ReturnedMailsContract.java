package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.outbox.Trouble.Kind;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of addresses that mails come back from, and of too many answers; on either database. */
abstract class ReturnedMailsContract extends OutboxTest {

    private static final EmailAddress TOM = EmailAddress.of("tom@gone.example");
    private static final Map<String, Object> QUESTION = Map.of(
            "taskName",
            "Approve",
            "question",
            "Which?",
            "outcomes",
            List.of(),
            "actionUrl",
            "https://x",
            "statusUrl",
            "https://x");
    private static final String NO_SUCH_USER = "550 5.1.1 no such user";

    @Autowired
    ReturnedMails returned;

    @BeforeEach
    void forget() {
        jdbc.sql("delete from outbox_return").update();
        jdbc.sql("delete from outbox_undeliverable").update();
        jdbc.sql("delete from outbox_notice").update();
    }

    private QueuedMail toTom(String title) {
        return queue(
                OutgoingMail.to(TOM, "no-such-template", Map.of("title", title)).about(LAUNCH_42));
    }

    private QueuedMail now(QueuedMail mail) {
        return outbox.find(mail.id()).orElseThrow();
    }

    @Test
    void whereNobodyIsMailsWaitFromTheFirstReportOn() {
        QueuedMail first = toTom("one");
        postman.deliverDue();

        assertThat(returned.returned(first, true, "5.1.1", NO_SUCH_USER)).isTrue();
        QueuedMail second = toTom("two");

        assertThat(postman.deliverDue()).isZero();
        assertThat(now(second).trouble()).isEqualTo(new Trouble(Kind.ADDRESS_RETURNS, NO_SUCH_USER));
        assertThat(returned.marks()).extracting(Undeliverable::address).containsExactly(TOM);
        assertThat(returned.marks(LAUNCH_42)).hasSize(1);
        assertThat(returned.marks(RequestRef.of("LAUNCH-43"))).isEmpty();
    }

    @Test
    void afterAWeekTheAddressIsTriedAgain() {
        returned.returned(toTom("one"), true, "5.1.1", NO_SUCH_USER);
        postman.deliverDue();
        QueuedMail second = toTom("two");

        clock.jump(Duration.ofDays(7).minusMinutes(1));
        assertThat(postman.deliverDue()).isZero();
        clock.jump(Duration.ofMinutes(1));
        assertThat(postman.deliverDue()).isEqualTo(1);
        assertThat(now(second).state()).isEqualTo(MailState.SENT);
        assertThat(returned.marks()).isEmpty();

        assertThat(returned.returned(second, true, "5.1.1", NO_SUCH_USER)).isTrue();
        assertThat(returned.mark(TOM)).isPresent();
    }

    @Test
    void onePressSendsWhatWaited() {
        QueuedMail first = toTom("one");
        postman.deliverDue();
        returned.returned(first, true, "5.1.1", NO_SUCH_USER);
        QueuedMail second = toTom("two");

        outbox.writeAgainTo(TOM);

        assertThat(returned.mark(TOM)).isEmpty();
        assertThat(postman.deliverDue()).isEqualTo(1);
        assertThat(now(second).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void oneReportThatComesTwiceMarksOnce() {
        QueuedMail first = toTom("one");
        returned.returned(first, true, "5.1.1", NO_SUCH_USER);
        outbox.writeAgainTo(TOM);

        returned.returned(first, true, "5.1.1", NO_SUCH_USER);

        assertThat(returned.mark(TOM)).isEmpty();
    }

    @Test
    void otherTroubleMarksTheAddressWithTheThirdMailInAWeek() {
        assertThat(returned.returned(toTom("one"), false, "5.2.2", "mailbox full"))
                .isFalse();
        QueuedMail second = toTom("two");
        assertThat(returned.returned(second, false, "5.2.2", "mailbox full")).isFalse();
        assertThat(returned.returned(second, false, "5.2.2", "mailbox full")).isFalse();
        clock.jump(Duration.ofDays(8));
        assertThat(returned.returned(toTom("three"), false, "5.2.2", "mailbox full"))
                .isFalse();
        assertThat(returned.returned(toTom("four"), false, "5.2.2", "mailbox full"))
                .isFalse();
        assertThat(returned.mark(TOM)).isEmpty();

        assertThat(returned.returned(toTom("five"), false, "5.2.2", "mailbox full"))
                .isTrue();
        assertThat(returned.mark(TOM)).isPresent();
    }

    @Test
    void aLinkToSignInWithIsSentAllTheSame() {
        returned.returned(toTom("one"), true, "5.1.1", NO_SUCH_USER);
        postman.deliverDue();

        queue(OutgoingMail.to(TOM, "sign-in", Map.of("url", "https://x", "validFor", "a day")));

        assertThat(postman.deliverDue()).isEqualTo(1);
    }

    @Test
    void whatOurOwnServerSaysOfAnAddressCounts() {
        returned.refused(toTom("one"), new Trouble(Kind.ADDRESS_REFUSED, "550 5.7.1 Relaying denied"));
        assertThat(returned.mark(TOM)).isEmpty();

        returned.refused(toTom("two"), new Trouble(Kind.ADDRESS_REFUSED, NO_SUCH_USER));
        assertThat(returned.mark(TOM)).map(Undeliverable::status).contains("5.1.1");
    }

    private boolean answered(RequestRef request, String template) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean repeats = outbox.repeats(TOM, template, request);
            assertThat(outbox.isSilentTowards(TOM)).isEqualTo(repeats);
            if (!repeats) {
                outbox.enqueue(OutgoingMail.to(TOM, template, QUESTION).about(request));
            }
            return !repeats;
        }));
    }

    private int answersOf(int tries, String template) {
        int answers = 0;
        for (int i = 0; i < tries; i++) {
            answers += answered(LAUNCH_42, template) ? 1 : 0;
        }
        return answers;
    }

    @Test
    void theSameAnswerAboutOneThingIsGivenFourTimesInTenMinutesAndTenTimesInAnHour() {
        assertThat(answersOf(20, "ask-again")).isEqualTo(4);
        clock.jump(Duration.ofMinutes(10));
        assertThat(answersOf(20, "ask-again")).isEqualTo(4);
        clock.jump(Duration.ofMinutes(10));
        assertThat(answersOf(20, "ask-again")).isEqualTo(2);
        clock.jump(Duration.ofHours(1));
        assertThat(answersOf(20, "ask-again")).isEqualTo(4);
        assertThat(answersOf(20, "not-yours")).isEqualTo(4);
    }

    @Test
    void aboutManyThingsAnAddressIsAnsweredThirtyTimesInTenMinutes() {
        int answers = 0;
        for (int number = 1; number <= 50; number++) {
            answers += answered(RequestRef.of("LAUNCH-" + number), "ask-again") ? 1 : 0;
        }

        assertThat(answers).isEqualTo(30);
    }
}
