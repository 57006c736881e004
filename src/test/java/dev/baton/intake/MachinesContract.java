package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerState;
import dev.baton.outbox.Pace;
import dev.baton.outbox.QueuedMail;
import dev.baton.outbox.Quiet;
import dev.baton.outbox.ReturnedMails;
import dev.baton.outbox.Seals;
import dev.baton.requests.Request;
import dev.baton.shared.EmailAddress;
import dev.baton.tasks.ActionLinks;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Tasks;
import dev.baton.testkit.TestMail;
import dev.baton.testkit.Visitor;
import dev.baton.testkit.Visitor.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What follows from mails that machines write, whatever database is below: never an answer, never a decision. */
abstract class MachinesContract extends IntakeTest {

    @Autowired
    Tasks tasks;

    @Autowired
    ActionLinks actionLinks;

    @Autowired
    ReturnedMails returned;

    @Autowired
    Quiet quiet;

    @Autowired
    Seals seals;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void forgetMarks() {
        jdbc.sql("delete from outbox_undeliverable").update();
        jdbc.sql("delete from outbox_return").update();
        jdbc.sql("delete from outbox_notice").update();
        jdbc.sql("delete from outbox_quiet").update();
    }

    private Request launch() {
        return opened(TestMail.from(PETRA)
                .to("requests+launch@example.com")
                .about("Hospital webinar")
                .saying(COMPLETE));
    }

    /** A task that somebody else than the owner has, and the mail that brought it. */
    private HandOver toSomebody(Request request, String person) {
        HandOver first = tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);
        Visitor colleague = visitor();
        colleague.presses("Hand over", colleague.opens(actionLinks.url(first)), Map.of("to", person));
        return tasks.handOver(first.taskId(), EmailAddress.of(person)).orElseThrow();
    }

    private QueuedMail mailTo(HandOver handOver) {
        return lastMailTo(handOver.person().value(), handOver.request());
    }

    /** As a mail server sends it that returns the headers of this mail. */
    private TestMail bounce(QueuedMail mail, String action, String status) {
        return bounce(mail.messageId(), seals.of(mail), mail.to().value(), action, status);
    }

    private static TestMail bounce(String messageId, String seal, String recipient, String action, String status) {
        return TestMail.from("Mail Delivery System <MAILER-DAEMON@mx.example>")
                .with("Return-Path", "<>")
                .about("Undelivered Mail Returned to Sender")
                .reporting(
                        "multipart/report; report-type=delivery-status",
                        "This is the mail system.",
                        "message/delivery-status",
                        "Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; " + recipient + "\nAction: "
                                + action + "\nStatus: " + status + "\nDiagnostic-Code: smtp; 550 " + status
                                + " says the server\n",
                        "text/rfc822-headers",
                        "From: requests@example.com\nTo: " + recipient + "\nMessage-ID: " + messageId
                                + "\nX-Baton-Seal: " + seal + "\n");
    }

    @Test
    void aBounceOfATaskMailMarksTheAddressAndTellsTheOwnerOnce() {
        Request request = launch();
        HandOver tom = toSomebody(request, "tom@example.com");
        int toOwner = mailsTo(request.owner().value(), request.ref()).size();

        LedgerEntry entry = arrives(bounce(mailTo(tom), "failed", "5.1.1"));

        assertThat(entry.state()).isEqualTo(LedgerState.IGNORED);
        assertThat(entry.request()).isEqualTo(request.ref());
        assertThat(entry.reason()).contains("tom@example.com", "5.1.1", "wait from now on");
        assertThat(returned.mark(tom.person())).isPresent();
        QueuedMail told = lastMailTo(request.owner().value(), request.ref());
        assertThat(told.template()).isEqualTo("undeliverable");
        assertThat(told.text()).contains("Mails to Tom Keller come back", "550 5.1.1 says the server", "/hand-over");
        assertThat(told.problem()).isNull();

        arrives(bounce(mailTo(tom), "failed", "5.1.1"));
        assertThat(mailsTo(request.owner().value(), request.ref())).hasSize(toOwner + 1);
        assertThat(tasks.holders(tom.taskId())).extracting(HandOver::person).containsExactly(tom.person());
    }

    @Test
    void theLinkInThatMailHandsTheTaskOverWithOnePressAndNotByLooking() {
        Request request = launch();
        HandOver tom = toSomebody(request, "tom@example.com");
        arrives(bounce(mailTo(tom), "failed", "5.1.1"));
        String link = link(lastMailTo(request.owner().value(), request.ref()), "/hand-over");

        Visitor owner = visitor();
        Answer page = owner.opens(link);
        assertThat(page.page().text()).contains("Hand over: ", "is with Tom Keller");
        assertThat(tasks.holders(tom.taskId())).extracting(HandOver::person).containsExactly(tom.person());

        owner.presses("Hand over", page, Map.of("to", "ines@example.com"));
        assertThat(tasks.holders(tom.taskId()))
                .extracting(HandOver::person)
                .containsExactly(EmailAddress.of("ines@example.com"));
    }

    private static String link(QueuedMail mail, String part) {
        return Objects.requireNonNull(org.jsoup.Jsoup.parse(mail.html()).selectFirst("a[href*=" + part + "]"))
                .attr("href");
    }

    @Test
    void aTaskThatGoesToAMarkedAddressIsToldOfToo() {
        Request first = launch();
        HandOver tom = toSomebody(first, "tom@example.com");
        arrives(bounce(mailTo(tom), "failed", "5.1.1"));

        Request second = launch();
        toSomebody(second, "tom@example.com");

        assertThat(lastMailTo(second.owner().value(), second.ref()).template()).isEqualTo("undeliverable");
    }

    @Test
    void aForgedBounceDoesNoHarm() {
        Request request = launch();
        HandOver tom = toSomebody(request, "tom@example.com");
        int mails = outbox.of(request.ref()).size();
        QueuedMail acknowledgement =
                mailsTo("petra@customer.example", request.ref()).get(0);

        String petras = seals.of(acknowledgement);
        LedgerEntry invented = arrives(bounce("<baton.x@example.com>", petras, "tom@example.com", "failed", "5.1.1"));
        LedgerEntry another =
                arrives(bounce(acknowledgement.messageId(), petras, "tom@example.com", "failed", "5.1.1"));

        assertThat(invented.reason()).contains("names no mail that we sent");
        assertThat(another.reason()).contains("nothing follows from it");
        for (TestMail forged : forgedOf(mailTo(tom), petras)) {
            LedgerEntry entry = arrives(forged);
            assertThat(entry.state()).isEqualTo(LedgerState.IGNORED);
            assertThat(entry.request()).isEqualTo(request.ref());
            assertThat(entry.reason()).contains("Anybody in the conversation could have written it");
        }
        assertThat(returned.marks()).isEmpty();
        assertThat(outbox.of(request.ref())).hasSize(mails);
        assertThat(tasks.holders(tom.taskId())).hasSize(1);
    }

    /** By somebody who knows the Message-ID, as everybody in the conversation may, and a mail of their own. */
    private static List<TestMail> forgedOf(QueuedMail mail, String ownSeal) {
        TestMail withoutSeal = bounce(mail.messageId(), "", "tom@example.com", "failed", "5.1.1");
        return List.of(
                withoutSeal,
                bounce(mail.messageId(), ownSeal, "tom@example.com", "failed", "5.1.1"),
                bounce("<x@mx.example>", ownSeal, "tom@example.com", "failed", "5.1.1")
                        .with("References", mail.messageId()),
                TestMail.from("MAILER-DAEMON@mx.example")
                        .with("Return-Path", "<>")
                        .about("failure notice")
                        .with("In-Reply-To", mail.messageId())
                        .saying("<tom@example.com>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n"
                                + "--- Below this line is a copy of the message.\n\nMessage-ID: " + mail.messageId()
                                + "\nX-Baton-Seal: " + ownSeal + "\n"));
    }

    @Test
    void aBounceInFreeTextCountsIfItQuotesTheSeal() {
        Request request = launch();
        HandOver tom = toSomebody(request, "tom@example.com");
        QueuedMail mail = mailTo(tom);

        LedgerEntry entry = arrives(TestMail.from("MAILER-DAEMON@mx.example")
                .with("Return-Path", "<>")
                .about("failure notice")
                .saying("<tom@example.com>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n"
                        + "--- Below this line is a copy of the message.\n\nTo: tom@example.com\nMessage-ID: "
                        + mail.messageId() + "\nX-Baton-Seal: " + seals.of(mail) + "\n"));

        assertThat(entry.reason()).contains("wait from now on");
        assertThat(returned.mark(tom.person())).isPresent();
    }

    @Test
    void aComplaintInTheNameOfAnotherTakesNothingFromThem() {
        Request request = launch();
        QueuedMail acknowledgement =
                mailsTo("petra@customer.example", request.ref()).get(0);

        LedgerEntry entry = arrives(complaint("Message-ID: " + acknowledgement.messageId()));

        assertThat(entry.request()).isEqualTo(request.ref());
        assertThat(entry.reason()).contains("Anybody in the conversation could have written it");
        assertThat(quiet.of(acknowledgement.to()).pace()).isNotEqualTo(Pace.ONLY_WAITING);
    }

    @Test
    void aDelayOrAFullMailboxIsOnlyRecorded() {
        Request request = launch();
        HandOver tom = toSomebody(request, "tom@example.com");
        int mails = outbox.of(request.ref()).size();

        LedgerEntry late = arrives(bounce(mailTo(tom), "delayed", "4.4.1"));
        LedgerEntry full = arrives(bounce(mailTo(tom), "failed", "5.2.2"));

        assertThat(late.request()).isEqualTo(request.ref());
        assertThat(late.reason()).contains("is late");
        assertThat(full.reason()).contains("still sent");
        assertThat(returned.marks()).isEmpty();
        assertThat(outbox.of(request.ref())).hasSize(mails);
    }

    private TestMail vacation(HandOver holder, String text) {
        return TestMail.from(holder.person().value())
                .to(actionLinks.answerTo(holder).value())
                .about("Automatic reply: " + mailTo(holder).subject())
                .with("Auto-Submitted", "auto-replied")
                .answering(mailTo(holder).messageId())
                .saying(text);
    }

    @Test
    void aVacationNoteOffersTheSubstituteAndDecidesNothing() {
        Request request = launch();
        HandOver ines = toSomebody(request, "ines@example.com");

        LedgerEntry entry =
                arrives(vacation(ines, "Approved mails are not read. I am out of the office until 13 March."));

        assertThat(entry.state()).isEqualTo(LedgerState.IGNORED);
        assertThat(entry.request()).isEqualTo(request.ref());
        assertThat(entry.reason()).contains("Ines Roth is away until Friday 13 March", "asked whether to hand it over");
        assertThat(tasks.find(ines.taskId()).orElseThrow().isOpen()).isTrue();
        assertThat(tasks.holders(ines.taskId())).extracting(HandOver::person).containsExactly(ines.person());
        assertThat(conversation.written(request.ref())).hasSize(1);
        QueuedMail told = lastMailTo(request.owner().value(), request.ref());
        assertThat(told.template()).isEqualTo("away");
        assertThat(told.problem()).isNull();
        assertThat(told.text()).contains("Ines Roth is away until Friday 13 March", "Hand it over to Lea Winter");
        Visitor owner = visitor();
        Answer page = owner.opens(link(told, "/hand-over"));
        assertThat(page.page().select("#to").val()).isEqualTo("lea@example.com");

        arrives(vacation(ines, "I am still out of the office."));
        assertThat(lastMailTo(request.owner().value(), request.ref()).id()).isEqualTo(told.id());
        owner.presses("Hand over", page);
        assertThat(tasks.holders(ines.taskId()))
                .extracting(HandOver::person)
                .containsExactly(EmailAddress.of("lea@example.com"));
    }

    @Test
    void aVacationNoteOffersTheColleagueItNamesForAllThatStandsStill() {
        Request earlier = launch();
        HandOver alsoTom = toSomebody(earlier, "tom@example.com");
        Request request = launch();
        HandOver tom = toSomebody(request, "tom@example.com");

        arrives(vacation(tom, "I am out of the office. In urgent cases write to Lea (lea@example.com)."));

        QueuedMail told = lastMailTo(request.owner().value(), request.ref());
        assertThat(told.problem()).isNull();
        assertThat(told.text())
                .contains("> I am out of the office. In urgent cases write to Lea (lea@example.com).")
                .contains("Hand it over to Lea Winter", "Tom Keller also has");
        List<String> links =
                org.jsoup.Jsoup.parse(told.html()).select("a[href*=/hand-over]").eachAttr("href");
        assertThat(links).hasSizeGreaterThan(1).allMatch(link -> link.endsWith("?to=lea%40example.com"));
        Visitor owner = visitor();
        links.forEach(link -> owner.presses("Hand over", owner.opens(link)));
        assertThat(List.of(tom, alsoTom))
                .allSatisfy(held -> assertThat(tasks.holders(held.taskId()))
                        .extracting(HandOver::person)
                        .containsExactly(EmailAddress.of("lea@example.com")));
    }

    @Test
    void whatWasNamedOnceIsNotToldAgain() {
        Request earlier = launch();
        HandOver alsoTom = toSomebody(earlier, "tom@example.com");
        Request request = launch();
        arrives(vacation(toSomebody(request, "tom@example.com"), "I am out of the office."));
        int mails = outbox.of(earlier.ref()).size();

        arrives(vacation(alsoTom, "I am out of the office."));

        assertThat(outbox.of(earlier.ref())).hasSize(mails);
    }

    @Test
    void aVacationNoteInTheNameOfAnotherOrOfNobodyTellsNobody() {
        Request request = launch();
        HandOver tom = toSomebody(request, "tom@example.com");
        int mails = outbox.of(request.ref()).size();

        for (TestMail note : List.of(
                vacation(tom, "I am out of the office.").with("From", PETRA),
                vacation(tom, "I am out of the office.").without("From"),
                vacation(tom, "I am out of the office.").with("From", "undisclosed:;"))) {
            LedgerEntry entry = arrives(note);
            assertThat(entry.state()).isEqualTo(LedgerState.IGNORED);
            assertThat(entry.request()).isEqualTo(request.ref());
            assertThat(entry.reason()).contains("known of nobody");
        }
        assertThat(outbox.of(request.ref())).hasSize(mails);
    }

    @Test
    void whoeverOwnsTheRequestAndIsAwayIsStoodInFor() {
        Request request = launch();
        HandOver owner = toSomebody(request, "ines@example.com");
        jdbc.sql("update request set owner = 'ines@example.com' where ref = ?")
                .param(request.ref().toString())
                .update();

        arrives(vacation(owner, "I am out of the office."));

        assertThat(lastMailTo("lea@example.com", request.ref()).template()).isEqualTo("away");
    }

    @Test
    void aNoteOfSomebodyWhoHasNothingInHandIsOnlyRecorded() {
        Request request = launch();
        int mails = outbox.of(request.ref()).size();
        QueuedMail acknowledgement =
                mailsTo("petra@customer.example", request.ref()).get(0);

        LedgerEntry entry = arrives(TestMail.from(PETRA)
                .about("Automatic reply: " + acknowledgement.subject())
                .with("Auto-Submitted", "auto-replied")
                .answering(acknowledgement.messageId())
                .saying("I am out of the office."));

        assertThat(entry.request()).isEqualTo(request.ref());
        assertThat(outbox.of(request.ref())).hasSize(mails);
    }

    @Test
    void aReceiptIsRecordedQuietly() {
        Request request = launch();
        QueuedMail acknowledgement =
                mailsTo("petra@customer.example", request.ref()).get(0);
        int mails = outbox.of(request.ref()).size();

        LedgerEntry entry = arrives(TestMail.from(PETRA)
                .about("Read: " + acknowledgement.subject())
                .reporting(
                        "multipart/report; report-type=disposition-notification",
                        "Your message was read.",
                        "message/disposition-notification",
                        "Final-Recipient: rfc822; petra@customer.example\nOriginal-Message-ID: "
                                + acknowledgement.messageId()
                                + "\nDisposition: manual-action/MDN-sent-manually; displayed\n",
                        "text/rfc822-headers",
                        "Subject: x\n"));

        assertThat(entry.state()).isEqualTo(LedgerState.IGNORED);
        assertThat(entry.request()).isEqualTo(request.ref());
        assertThat(entry.reason()).contains("the mail was opened", acknowledgement.subject());
        assertThat(outbox.of(request.ref())).hasSize(mails);
    }

    private static TestMail complaint(String headers) {
        return TestMail.from("feedback@provider.example")
                .about("Abuse report")
                .reporting(
                        "multipart/report; report-type=feedback-report",
                        "This is an email abuse report.",
                        "message/feedback-report",
                        "Feedback-Type: abuse\nVersion: 1\nUser-Agent: Provider/1\n",
                        "message/rfc822",
                        headers + "\n\nText\n");
    }

    @Test
    void whoeverComplainsGetsNoNewsAnyMore() {
        Request request = launch();
        QueuedMail acknowledgement =
                mailsTo("petra@customer.example", request.ref()).get(0);
        LedgerEntry entry = arrives(complaint(
                "Message-ID: " + acknowledgement.messageId() + "\nX-Baton-Seal: " + seals.of(acknowledgement)));

        assertThat(entry.request()).isEqualTo(request.ref());
        assertThat(entry.reason()).contains("unwanted", "petra@customer.example", "no digests and news");
        assertThat(quiet.of(acknowledgement.to()).pace()).isEqualTo(Pace.ONLY_WAITING);
    }

    @Test
    void aMachineThatMarksNothingAndSaysTheSameAgainAndAgainIsAnsweredTwiceIfItIsQuickAndElseThreeTimes() {
        assertThat(acknowledged("quick@customer.example", java.time.Duration.ofSeconds(5)))
                .isEqualTo(2);
        assertThat(acknowledged("slow@customer.example", java.time.Duration.ofSeconds(90)))
                .isEqualTo(3);

        assertThat(outbox.list(null, null, 50).items())
                .filteredOn(mail -> mail.template().equals("silent"))
                .filteredOn(mail -> mail.text().contains("slow@customer.example"))
                .extracting(QueuedMail::to)
                .containsExactly(EmailAddress.of("admin@example.com"));
    }

    private int acknowledged(String robot, java.time.Duration reaction) {
        int acknowledged = 0;
        for (int turn = 0; turn < 8; turn++) {
            clock.jump(reaction);
            LedgerEntry entry = arrives(TestMail.from(robot).about("Thank you").saying("We will be in touch."));
            acknowledged += entry.state() == LedgerState.OPENED ? 1 : 0;
            assertThat(turn < 7 || entry.state() == LedgerState.QUARANTINED).isTrue();
            assertThat(entry.state() == LedgerState.OPENED || entry.reason().contains(robot))
                    .isTrue();
        }
        return acknowledged;
    }

    @Test
    void whatWasSentTogetherIsNoReactionToAnyAnswer() {
        for (int copy = 0; copy < 8; copy++) {
            ledger.accept(
                    TestMail.from("bulk@customer.example")
                            .about("Poster")
                            .saying("One more of the same.")
                            .raw(),
                    dev.baton.inbox.Arrival.posted(clock.instant()));
        }
        clock.jump(java.time.Duration.ofSeconds(1));
        processing.processDue();

        assertThat(outbox.list(null, null, 50).items())
                .filteredOn(mail -> mail.to().value().equals("bulk@customer.example"))
                .filteredOn(mail -> mail.template().equals("acknowledgement"))
                .hasSize(8);
    }

    @Test
    void whereAnswersAreKeptBackTheLedgerSaysSoAndTheOwnerIsToldOnce() {
        Request request = launch();
        HandOver tom = toSomebody(request, "tom@example.com");

        LedgerEntry last = null;
        for (int turn = 0; turn < 8; turn++) {
            last = arrives(TestMail.from("tom@example.com")
                    .to(actionLinks.answerTo(tom).value())
                    .about("Re: " + request.title())
                    .saying("Your mail " + turn + " has reached us."));
        }

        assertThat(mailsTo("tom@example.com", request.ref()))
                .filteredOn(mail -> mail.template().equals("ask-again"))
                .hasSize(4);
        assertThat(last.reason()).contains("Quiet towards tom@example.com");
        assertThat(mailsTo(request.owner().value(), request.ref()))
                .filteredOn(mail -> mail.template().equals("silent"))
                .hasSize(1);
    }

    @Test
    void anAnswerThatNobodyCanBeAskedToConfirmWaitsAndIsAskedAboutWhenItIsQuiet() {
        Request request = launch();
        HandOver tom = toSomebody(request, "tom@example.com");
        for (int turn = 0; turn < 4; turn++) {
            assertThat(arrives(fromHome(tom, "Accept\n\nAnswer " + turn)).reason())
                    .contains("was asked to confirm it");
        }
        int written = conversation.written(request.ref()).size();

        LedgerEntry last = arrives(fromHome(tom, "Accept\n\nThe last one."));

        assertThat(last.state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(last.reason())
                .contains("nobody was asked", "tom@example.com", request.ref().toString());
        assertThat(confirmsTo("tom@example.com", request)).isEqualTo(4);
        assertThat(conversation.written(request.ref())).hasSize(written);
        assertThat(mailsTo(request.owner().value(), request.ref()))
                .filteredOn(mail -> mail.template().equals("silent"))
                .hasSize(1);

        clock.jump(java.time.Duration.ofMinutes(11));
        ledger.replay(last.id());
        processing.processDue();

        assertThat(ledger.find(last.id()).orElseThrow().state()).isEqualTo(LedgerState.JOINED);
        assertThat(confirmsTo("tom@example.com", request)).isEqualTo(5);
        assertThat(conversation.written(request.ref()))
                .extracting(message -> message.text())
                .contains("Accept\n\nThe last one.");
    }

    /** From an address that we do not know as his. */
    private TestMail fromHome(HandOver holder, String text) {
        return TestMail.from("Tom <tom@home.example>")
                .to(actionLinks.answerTo(holder).value())
                .about("Re: a task")
                .saying(text);
    }

    private long confirmsTo(String person, Request request) {
        return mailsTo(person, request.ref()).stream()
                .filter(mail -> mail.template().equals("confirm-answer"))
                .count();
    }
}
