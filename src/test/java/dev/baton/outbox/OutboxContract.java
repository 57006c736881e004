package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.Page;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.transaction.IllegalTransactionStateException;

/** What the queue promises, whatever database it is in. */
abstract class OutboxContract extends OutboxTest {

    @Autowired
    OutboxHealthIndicator health;

    @Autowired
    OldMails oldMails;

    @Autowired
    RecurringTask<Void> outboxSweep;

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

    @Test
    void whatOthersAreJustTakingIsLeftToThem() {
        for (int mail = 0; mail < 30; mail++) {
            queue(news("mail " + mail));
        }
        Instant until = clock.instant().plus(Duration.ofMinutes(5));

        transaction.executeWithoutResult(taking -> {
            assertThat(rows.claim(20, until)).hasSize(20);
            assertThat(inAnotherTransaction(() -> rows.claim(20, until))).isEmpty();
            assertThat(inAnotherTransaction(() -> rows.claim(30, until))).hasSize(10);
        });

        assertThat(rows.claim(30, until)).isEmpty();
    }

    private static <T> T inAnotherTransaction(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }

    /** A postman that stood still for longer than its claim has lost it. */
    @Test
    void aClaimThatRanOutIsNotGivenBackForSomebodyElse() {
        long id = queue(news("slow")).id();
        Instant first = clock.instant().plus(Duration.ofMinutes(5));
        assertThat(rows.claim(20, first)).hasSize(1);
        clock.jump(Duration.ofMinutes(6));
        Instant second = clock.instant().plus(Duration.ofMinutes(5));
        assertThat(rows.claim(20, second)).hasSize(1);

        rows.release(id, first);
        rows.held(id, first, new Trouble(Trouble.Kind.UNREACHABLE, "late"));
        rows.failed(id, first, new Trouble(Trouble.Kind.NOT_TAKEN, "late"), Optional.empty());

        assertThat(rows.claim(20, second)).isEmpty();
        assertThat(outbox.find(id).orElseThrow().state()).isEqualTo(MailState.QUEUED);
        rows.release(id, second);
        assertThat(rows.claim(20, second)).hasSize(1);
    }

    @Test
    void aMailSaysWhoItIsFromAndThatAMachineWroteIt() throws Exception {
        queue(news("Grüße aus Köln").about(LAUNCH_42).answeredTo(EmailAddress.of("requests+k7@example.com")));
        postman.deliverDue();

        MimeMessage mail = OFFICE.mailsTo("nadia@example.com").get(0);
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("requests@example.com", "Baton"));
        assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("requests+k7@example.com"));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("OOF, AutoReply");
        assertThat(mail.getHeader("X-Baton")).containsExactly("LAUNCH-42");
        assertThat(mail.getHeader("Precedence")).isNull();
        assertThat(mail.getSubject()).isEqualTo("[LAUNCH-42] Grüße aus Köln");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType())
                .startsWith("text/plain")
                .containsIgnoringCase("utf-8");
        assertThat((String) parts.getBodyPart(0).getContent()).contains("Grüße aus Köln");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    }

    @Test
    void allMailsOfARequestAreOneThread() throws Exception {
        queue(news("first").about(LAUNCH_42));
        queue(news("second")
                .about(LAUNCH_42)
                .following(List.of("<a@x>", "not an id", "<b@x>\r\nBcc: eve@example.com", "<c@x>")));
        postman.deliverDue();

        List<MimeMessage> mails = OFFICE.mailsTo("nadia@example.com");
        assertThat(mails.get(0).getHeader("References", " ")).isEqualTo("<request.launch-42@example.com>");
        assertThat(mails.get(0).getHeader("In-Reply-To", " ")).isEqualTo("<request.launch-42@example.com>");
        assertThat(mails.get(1).getHeader("References", " ")).isEqualTo("<request.launch-42@example.com> <a@x> <c@x>");
        assertThat(mails.get(1).getHeader("In-Reply-To", " ")).isEqualTo("<c@x>");
        assertThat(mails.get(1).getHeader("Bcc")).isNull();
    }

    @Test
    void aTitleCannotAddAHeader() throws Exception {
        queue(news("Hello\r\nBcc: eve@example.com\r\n\r\nbody").about(LAUNCH_42));
        postman.deliverDue();

        MimeMessage mail = OFFICE.mailsTo("nadia@example.com").get(0);
        assertThat(mail.getSubject()).isEqualTo("[LAUNCH-42] Hello Bcc: eve@example.com body");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(OFFICE.mails()).hasSize(1);
    }

    @Test
    void filesGoWithTheMail() throws Exception {
        queue(news("with a file")
                .with(new OutgoingAttachment(
                        "Übersicht.pdf", "application/pdf", new ByteArrayResource(new byte[] {1, 2, 3}))));
        postman.deliverDue();

        MimeMultipart parts =
                (MimeMultipart) OFFICE.mailsTo("nadia@example.com").get(0).getContent();
        assertThat(parts.getContentType()).startsWith("multipart/mixed");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(MimeUtility.decodeText(parts.getBodyPart(1).getFileName())).isEqualTo("Übersicht.pdf");
        assertThat(parts.getBodyPart(1).getInputStream()).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void whileNoMailServerAnswersMailsWaitAndLoseNoTry() {
        OFFICE.close();
        QueuedMail mail = queue(news("patience"));

        assertThat(postman.deliverDue()).isZero();
        QueuedMail waiting = outbox.find(mail.id()).orElseThrow();
        assertThat(waiting.state()).isEqualTo(MailState.QUEUED);
        assertThat(waiting.attempts()).isZero();
        assertThat(waiting.trouble()).extracting(Trouble::kind).isEqualTo(Trouble.Kind.UNREACHABLE);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

        OFFICE.open();
        assertThat(postman.deliverDue())
                .as("the server is left alone for a moment")
                .isZero();
        clock.jump(Duration.ofMinutes(1));
        assertThat(postman.deliverDue()).isEqualTo(1);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void oldMailsOfNoRequestAreEmptiedAndStillKnown() {
        QueuedMail old = queue(news("Sign in"));
        QueuedMail ofARequest = queue(news("Copy is ready").about(LAUNCH_42));
        QueuedMail byHand = queue(news("The blue one"));
        jdbc.sql("update outbox_mail set template = 'answer' where id = ?")
                .param(byHand.id())
                .update();
        postman.deliverDue();
        QueuedMail waiting = queue(news("waits"));
        clock.jump(OldMails.KEPT.plusMinutes(1));
        QueuedMail young = queue(news("young"));
        jdbc.sql("update outbox_mail set state = 'sent', sent_at = queued_at where id = ?")
                .param(young.id())
                .update();

        oldMails.empty();

        assertThat(outbox.byMessageId(old.messageId()).orElseThrow()).satisfies(mail -> {
            assertThat(mail.html()).isEmpty();
            assertThat(mail.text()).isEmpty();
            assertThat(mail.subject()).isEqualTo(old.subject());
        });
        for (QueuedMail whole : List.of(ofARequest, byHand, waiting, young)) {
            assertThat(outbox.find(whole.id()).orElseThrow().html()).isEqualTo(whole.html());
        }
    }

    @Test
    void howeverManyOldMailsThereAreAllAreEmptied() {
        for (int mail = 0; mail < 501; mail++) {
            queue(news("Sign in"));
        }
        jdbc.sql("update outbox_mail set state = 'sent', sent_at = queued_at, body_html = 'Sign in'")
                .update();
        clock.jump(OldMails.KEPT.plusMinutes(1));

        oldMails.empty();

        assertThat(jdbc.sql("select count(*) from outbox_mail where body_html <> ''")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theSweepSendsWhatNobodyWasWokenFor() {
        queue(news("left behind"));

        scheduler.schedule(outboxSweep.instance(RecurringTask.INSTANCE), clock.instant());
        scheduler.runAnyDueExecutions();

        assertThat(OFFICE.mails()).hasSize(1);
    }

    @Test
    void whatANodeTookAndDidNotSendIsSentWhenItsClaimHasRunOut() {
        queue(news("taken by a node that died"));
        assertThat(rows.claim(20, clock.instant().plus(Duration.ofMinutes(5)))).hasSize(1);

        assertThat(postman.deliverDue()).isZero();
        clock.jump(Duration.ofMinutes(5));
        assertThat(postman.deliverDue()).isEqualTo(1);
    }

    @Test
    void mailsAreListedNewestFirstInPages() {
        for (int i = 1; i <= 5; i++) {
            queue(news("mail " + i).about(LAUNCH_42));
        }

        Page<QueuedMail> first = outbox.list(MailState.QUEUED, null, 3);
        assertThat(first.items())
                .extracting(QueuedMail::subject)
                .containsExactly("[LAUNCH-42] mail 5", "[LAUNCH-42] mail 4", "[LAUNCH-42] mail 3");
        Page<QueuedMail> second = outbox.list(MailState.QUEUED, first.next(), 3);
        assertThat(second.items())
                .extracting(QueuedMail::subject)
                .containsExactly("[LAUNCH-42] mail 2", "[LAUNCH-42] mail 1");
        assertThat(second.next()).isNull();
        assertThat(outbox.of(LAUNCH_42)).hasSize(5).isSortedAccordingTo(Comparator.comparing(QueuedMail::id));
        QueuedMail any = second.items().get(0);
        assertThat(outbox.byMessageId(any.messageId())).contains(any);
        assertThat(outbox.list(MailState.DEAD, null, 3).items()).isEmpty();
    }
}
