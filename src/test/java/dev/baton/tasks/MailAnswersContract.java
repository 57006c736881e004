package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.outbox.QueuedMail;
import dev.baton.requests.Decision;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.NewFile;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.OnPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

/** Answers to tasks by mail, on both databases. */
abstract class MailAnswersContract extends TasksTest {

    @Test
    void aClearAnswerDecidesAndGetsAReceipt() {
        RequestRef ref = asked("Spring flyer").ref();

        TaskReply reply = answers(TOM, held(ref, TOM), "Request changes\n\nThe price is wrong.");

        assertThat(reply.decided()).isTrue();
        Decision decision = decisions.of(ref).get(0);
        assertThat(decision.outcome()).isEqualTo("changes");
        assertThat(decision.remark()).isEqualTo("The price is wrong.");
        assertThat(decision.by()).isEqualTo(TOM);
        assertThat(decision.evidence()).contains("@mail.example>");
        QueuedMail receipt = mailTo(TOM, ref);
        assertThat(receipt.text())
                .contains(
                        "recorded as “Request changes”",
                        "The price is wrong.",
                        "Next: Mend the flyer, with Ines Roth.");
        assertThat(receipt.problem()).isNull();
        assertThat(conversation.written(ref))
                .extracting(IncomingMessage::text)
                .containsExactly("Request changes\n\nThe price is wrong.");
    }

    @Test
    void anUnclearAnswerDecidesNothingAndIsAskedBack() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);

        TaskReply reply = answers(TOM, toTom, "Approved, but please change the price.");

        assertThat(reply).isInstanceOf(TaskReply.Incomplete.class);
        assertThat(decisions.of(ref)).isEmpty();
        QueuedMail question = mailTo(TOM, ref);
        assertThat(question.subject()).startsWith("[" + ref + "] One question");
        assertThat(question.text()).contains("Which is it?", links.url(toTom, "approve"), "please change the price");
        assertThat(question.replyTo()).isEqualTo(links.answerTo(toTom));
        assertThat(question.problem()).isNull();
        assertThat(answers(TOM, toTom, "Approved").decided()).isTrue();
    }

    @Test
    void missingWordsAreAskedForAsSuch() {
        RequestRef ref = asked("Spring flyer").ref();

        answers(TOM, held(ref, TOM), "Reject");

        assertThat(decisions.of(ref)).isEmpty();
        assertThat(mailTo(TOM, ref).text()).contains("“Reject” needs a few words from you");
    }

    @Test
    void aFileIsAsGoodAsWords() {
        HandOver toTom = held(asked("Spring flyer").ref(), TOM);
        NewFile file = new NewFile("marked.pdf", "application/pdf", 3, new ByteArrayResource(new byte[3]));

        tasks.decide(toTom, new Answer("changes", "", Map.of(), TOM, null, "pressed", List.of(file), false));

        assertThat(decisions.of(toTom.request())).extracting(Decision::remark).containsExactly("marked.pdf");
    }

    @Test
    void missingFieldsAreNamed() {
        RequestRef ref = asked("Spring flyer").ref();
        press(held(ref, TOM), "approve", "");

        answers(LEA, held(ref, LEA), "Done");

        assertThat(decisions.of(ref)).hasSize(1);
        assertThat(mailTo(LEA, ref).text()).contains("easier on the page: How many copies");
    }

    @Test
    void somebodyElsesAnswerIsExplainedKeptAndDecidesNothing() {
        RequestRef ref = asked("Spring flyer").ref();
        EmailAddress stranger = EmailAddress.of("mallory@elsewhere.example");

        TaskReply reply = answers(stranger, held(ref, TOM), "What is this?");

        assertThat(reply).isInstanceOf(TaskReply.NotTheirs.class);
        assertThat(decisions.of(ref)).isEmpty();
        QueuedMail explained = mailTo(stranger, ref);
        assertThat(explained.text()).contains("is not with you").doesNotContain("Tom");
        assertThat(explained.problem()).isNull();
        QueuedMail relayed = mailTo(NADIA, ref);
        assertThat(relayed.text())
                .contains("<mallory@elsewhere.example> wrote about", "Baton does not know this sender");
        assertThat(relayed.problem()).isNull();
        assertThat(conversation.written(ref))
                .extracting(IncomingMessage::author)
                .containsExactly(stranger);
    }

    @Test
    void anAnswerThatNobodyVouchesForIsConfirmedWithAPress() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);

        TaskReply reply = answers(TOM, toTom, "Request changes\n\nThe price is wrong.", Trust.WEAK);

        assertThat(reply).isInstanceOf(TaskReply.ToBeConfirmed.class);
        assertThat(decisions.of(ref)).isEmpty();
        QueuedMail question = mailTo(TOM, ref);
        assertThat(question.subject()).startsWith("[" + ref + "] Was it you?");
        assertThat(question.text()).contains("Request changes: confirm", links.url(toTom, "changes"));
        assertThat(question.problem()).isNull();
        assertThat(answers(TOM, toTom, "Perhaps", Trust.WEAK)).isInstanceOf(TaskReply.Incomplete.class);
    }

    @Test
    void aStrangerWithThePersonsAddressMakesThePersonConfirm() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);

        TaskReply reply = answers(EmailAddress.of("tom@home.example"), toTom, "Approve");

        assertThat(reply).isInstanceOf(TaskReply.ToBeConfirmed.class);
        assertThat(decisions.of(ref)).isEmpty();
        assertThat(mailTo(TOM, ref).text())
                .contains("An answer from tom@home.example says “Approve”", links.url(toTom, "approve"));
    }

    @Test
    void anAliasOfThePersonCounts() {
        RequestRef ref =
                asked("Spring flyer", Map.of("signer", "nadia@example.com")).ref();

        TaskReply reply = answers(EmailAddress.of("nadia.brandt@example.com"), held(ref, NADIA), "Approve");

        assertThat(reply.decided()).isTrue();
        assertThat(decisions.of(ref).get(0).by()).isEqualTo(NADIA);
    }

    @Test
    void whoeverStandsInMayAnswerForThePerson() {
        RequestRef ref =
                asked("Spring flyer", Map.of("signer", "maria@example.com")).ref();
        EmailAddress ben = EmailAddress.of("ben@example.com");

        assertThat(answers(ben, held(ref, ben), "Approve").decided()).isTrue();
        assertThat(decisions.of(ref).get(0).forWhom()).isEqualTo(EmailAddress.of("maria@example.com"));
    }

    @Test
    void whoeverStandsInConfirmsWhatTheyWroteAndNotThePersonWhoIsAway() {
        RequestRef ref = asked("Spring flyer", Map.of("signer", INES.value())).ref();
        HandOver toInes = held(ref, INES);
        clock.set(Instant.parse("2026-12-22T09:00:00Z"));

        TaskReply reply = answers(LEA, toInes, "Approve", Trust.WEAK);

        assertThat(reply).isInstanceOf(TaskReply.ToBeConfirmed.class);
        assertThat(decisions.of(ref)).isEmpty();
        HandOver toLea = held(ref, LEA);
        assertThat(mailTo(LEA, ref).text()).contains(links.url(toLea, "approve"));
        assertThat(mailsTo(INES, ref)).extracting(QueuedMail::template).doesNotContain("confirm-answer");
        press(toLea, "approve", "");
        assertThat(decisions.of(ref).get(0).by()).isEqualTo(LEA);
        assertThat(decisions.of(ref).get(0).forWhom()).isEqualTo(INES);
    }

    @Test
    void wordsThatAreOnlyPassedOnDecideNothingAndStayInTheConversation() {
        RequestRef ref = asked("Spring flyer").ref();
        IncomingMessage message = new IncomingMessage(
                TOM, "Tom", "Approved.\n\n> Petra:\nReject it.", "", clock.instant(), null, "<f@mail.example>");

        TaskReply reply = tasks.answer(held(ref, TOM), message, "Approved.", Trust.FULL);

        assertThat(reply.decided()).isTrue();
        assertThat(decisions.of(ref).get(0).outcome()).isEqualTo("approve");
        assertThat(conversation.written(ref)).extracting(IncomingMessage::text).containsExactly(message.text());
    }

    @Test
    void whatIsToBeConfirmedIsTheSendersOwn() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);
        String own = "Request changes\n\nThe price is wrong.";
        long mail = 4_711;
        IncomingMessage message = new IncomingMessage(
                TOM, "Tom", own + "\n\n> Petra:\nI approve.", "", clock.instant(), mail, "<p@mail.example>");

        assertThat(tasks.answer(toTom, message, own, Trust.WEAK)).isInstanceOf(TaskReply.ToBeConfirmed.class);

        assertThat(mailTo(TOM, ref).text()).contains("&said=" + mail + "&own=" + own.length());
        assertThat(tasks.comment(toTom, mail, own.length())).contains("The price is wrong.");
    }

    @Test
    void aLateAnswerToAMergedRequestGoesWhereThatGoesOn() {
        RequestRef wrong = asked("Spring flyer").ref();
        RequestRef right = asked("Spring poster").ref();
        HandOver toTom = held(wrong, TOM);
        requests.merge(wrong, right, NADIA, "The same.");

        answers(TOM, toTom, "The price is wrong.");

        assertThat(conversation.written(right))
                .extracting(IncomingMessage::text)
                .containsExactly("The price is wrong.");
        assertThat(conversation.written(wrong)).isEmpty();
    }

    @Test
    void anAnswerThatComesTooLateLearnsTheDecision() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);
        press(toTom, "approve", "");

        TaskReply reply = answers(TOM, toTom, "Reject\n\nI have changed my mind.");

        assertThat(reply).isInstanceOf(TaskReply.TooLate.class);
        assertThat(mailTo(TOM, ref).text()).contains("already decided: Tom Keller approved this on Monday 2 March");
        assertThat(decisions.of(ref)).hasSize(1);
    }
}

class MailAnswersOnH2Test extends MailAnswersContract {}

@OnPostgres
class MailAnswersOnPostgresTest extends MailAnswersContract {}
