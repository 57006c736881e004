package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inbox.Disposition;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerState;
import dev.baton.outbox.QueuedMail;
import dev.baton.requests.Decisions;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.MovedMessage;
import dev.baton.requests.Request;
import dev.baton.requests.RequestFilter;
import dev.baton.requests.RequestState;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Tasks;
import dev.baton.testkit.TestMail;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people make of mails by hand, whatever database is below. */
abstract class CorrectionsContract extends IntakeTest {

    static final EmailAddress NADIA = EmailAddress.of("nadia@example.com");
    static final EmailAddress SAM = EmailAddress.of("sam@example.com");

    @Autowired
    Corrections corrections;

    @Autowired
    Tasks tasks;

    @Autowired
    Decisions decisions;

    private static TestMail launch(String subject) {
        return TestMail.from(PETRA)
                .to("requests+launch@example.com")
                .about(subject)
                .saying(COMPLETE);
    }

    /** A mail that only a person can tell the meaning of. */
    private LedgerEntry quarantined() {
        LedgerEntry entry = arrives(TestMail.from(PETRA)
                .to("requests+launch-1.00000000000000000000@example.com")
                .about("Re: the landing page")
                .saying("Please make it blue.")
                .attaching("blue.png", "image/png", new byte[] {1, 2, 3}));
        assertThat(entry.state()).isEqualTo(LedgerState.QUARANTINED);
        return entry;
    }

    private LedgerEntry joined(Request request) {
        LedgerEntry entry = arrives(TestMail.from(PETRA)
                .to(links.answerTo(request.ref()).value())
                .about("Re: it")
                .saying("Another thing: we need a poster.")
                .attaching("poster.pdf", "application/pdf", "%PDF".getBytes(StandardCharsets.UTF_8)));
        assertThat(entry.state()).isEqualTo(LedgerState.JOINED);
        return entry;
    }

    private LedgerEntry now(LedgerEntry entry) {
        return ledger.find(entry.id()).orElseThrow();
    }

    private Hand nadiaLookingAt(LedgerEntry entry) {
        return Hand.of(NADIA, corrections.seen(now(entry)));
    }

    private Request requestOf(LedgerEntry entry) {
        return requests.get(Objects.requireNonNull(now(entry).request()));
    }

    private static void assertDone(Corrected corrected) {
        assertThat(corrected).isInstanceOf(Corrected.Done.class);
    }

    private List<String> said(Request request) {
        return conversation.written(request.ref()).stream()
                .map(IncomingMessage::text)
                .toList();
    }

    private List<String> filesOf(Request request) {
        return files.of(request.ref()).stream().map(file -> file.name()).toList();
    }

    @Test
    void aQuarantinedMailBecomesARequestAndItsSenderIsAnswered() {
        LedgerEntry entry = quarantined();

        assertDone(corrections.treatAsRequest(entry.id(), "campaign-launch", nadiaLookingAt(entry)));

        Request request = requestOf(entry);
        assertThat(now(entry).state()).isEqualTo(LedgerState.OPENED);
        assertThat(now(entry).reason()).contains("Nadia").contains("by hand");
        assertThat(request.workflow()).isEqualTo("campaign-launch");
        assertThat(request.title()).isEqualTo("the landing page");
        assertThat(said(request)).containsExactly("Please make it blue.");
        assertThat(filesOf(request)).containsExactly("blue.png");
        assertThat(mailsTo("petra@customer.example", request.ref()))
                .extracting(QueuedMail::template)
                .containsExactly("acknowledgement");
        assertThat(corrections.of(entry.id())).singleElement().satisfies(made -> {
            assertThat(made.act()).isEqualTo(Correction.Act.OPENED);
            assertThat(made.by()).isEqualTo(NADIA);
            assertThat(made.at()).isEqualTo(clock.instant());
            assertThat(made.from()).isNull();
            assertThat(made.to()).isEqualTo(request.ref());
        });
    }

    @Test
    void theSamePressTwiceOpensOneRequest() {
        LedgerEntry entry = quarantined();
        Hand hand = nadiaLookingAt(entry);

        assertDone(corrections.treatAsRequest(entry.id(), "campaign-launch", hand));
        RequestRef opened = requestOf(entry).ref();
        assertThat(corrections.treatAsRequest(entry.id(), "campaign-launch", hand))
                .isInstanceOf(Corrected.Meanwhile.class);

        assertThat(requestOf(entry).ref()).isEqualTo(opened);
        assertThat(corrections.of(entry.id())).hasSize(1);
    }

    @Test
    void ofTwoPeopleAtOnceOneActsAndTheOtherIsToldSo() throws Exception {
        LedgerEntry entry = quarantined();
        Request request = opened(launch("Autumn fair"));
        String seen = corrections.seen(entry);
        int before = requests.list(RequestFilter.ALL, null, 200).items().size();

        List<Corrected> both = together(
                () -> corrections.treatAsRequest(entry.id(), "campaign-launch", Hand.of(NADIA, seen)),
                () -> corrections.attach(entry.id(), request.ref().toString(), Hand.of(SAM, seen)));

        assertThat(both).hasOnlyElementsOfTypes(Corrected.Done.class, Corrected.Meanwhile.class);
        assertThat(both).filteredOn(Corrected.Done.class::isInstance).hasSize(1);
        assertThat(corrections.of(entry.id())).hasSize(1);
        int more = requests.list(RequestFilter.ALL, null, 200).items().size() - before;
        int joined = (int)
                said(request).stream().filter("Please make it blue."::equals).count();
        assertThat(more + joined).isEqualTo(1);
    }

    private static List<Corrected> together(Callable<Corrected> one, Callable<Corrected> other) throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Corrected>> both = two.invokeAll(List.of(one, other));
            return List.of(both.get(0).get(), both.get(1).get());
        } finally {
            two.shutdown();
        }
    }

    @Test
    void aQuarantinedMailJoinsTheRequestThatAPersonNames() {
        LedgerEntry entry = quarantined();
        Request request = opened(launch("Spring fair"));
        HandOver doer = tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);

        assertDone(corrections.attach(entry.id(), " " + request.ref().toString() + " ", nadiaLookingAt(entry)));

        assertThat(now(entry).state()).isEqualTo(LedgerState.JOINED);
        assertThat(requestOf(entry)).isEqualTo(now(request));
        assertThat(said(request)).contains("Please make it blue.");
        assertThat(filesOf(request)).contains("blue.png");
        assertThat(lastMailTo(doer.person().value(), request.ref()).text()).contains("Please make it blue.");
        assertThat(corrections.attach(entry.id(), request.ref().toString(), nadiaLookingAt(entry)))
                .isInstanceOf(Corrected.Refused.class);
        assertThat(corrections.of(entry.id())).hasSize(1);
    }

    @Test
    void aMailThatJoinedWronglyIsSplitOffAndLeavesALineBehind() {
        Request wrong = opened(launch("Hospital webinar"));
        LedgerEntry entry = joined(wrong);

        assertDone(corrections.treatAsRequest(entry.id(), "campaign-launch", nadiaLookingAt(entry)));

        Request split = requestOf(entry);
        assertThat(split.ref()).isNotEqualTo(wrong.ref());
        assertThat(said(split)).containsExactly("Another thing: we need a poster.");
        assertThat(filesOf(split)).containsExactly("poster.pdf");
        assertThat(said(wrong)).doesNotContain("Another thing: we need a poster.");
        assertThat(filesOf(wrong)).doesNotContain("poster.pdf");
        assertThat(conversation.movedAway(wrong.ref())).singleElement().satisfies(line -> {
            assertThat(line.to()).isEqualTo(split.ref());
            assertThat(line.by()).isEqualTo(NADIA);
            assertThat(line.message().text()).isEqualTo("Another thing: we need a poster.");
        });
        assertThat(now(wrong).isOpen()).isTrue();
    }

    @Test
    void whatAnswersASplitOffMailBelongsToTheNewRequest() {
        Request wrong = opened(launch("Hospital webinar"));
        LedgerEntry entry = joined(wrong);
        assertDone(corrections.treatAsRequest(entry.id(), "campaign-launch", nadiaLookingAt(entry)));

        LedgerEntry next = arrives(TestMail.from(PETRA)
                .about("Re: it")
                .answering(entry.messageId())
                .saying("In A2, please."));

        assertThat(next.request()).isEqualTo(requestOf(entry).ref());
    }

    @Test
    void aMovedMailCanBeMovedBackAndBothLinesStay() {
        Request first = opened(launch("First"));
        Request second = opened(launch("Second"));
        LedgerEntry entry = joined(first);

        assertDone(corrections.attach(entry.id(), second.ref().toString(), nadiaLookingAt(entry)));
        assertDone(corrections.attach(entry.id(), first.ref().toString(), nadiaLookingAt(entry)));

        assertThat(now(entry).request()).isEqualTo(first.ref());
        assertThat(said(first)).contains("Another thing: we need a poster.");
        assertThat(filesOf(first)).contains("poster.pdf");
        assertThat(conversation.movedAway(first.ref()))
                .extracting(MovedMessage::to)
                .containsExactly(second.ref());
        assertThat(conversation.movedAway(second.ref()))
                .extracting(MovedMessage::to)
                .containsExactly(first.ref());
        assertThat(corrections.of(entry.id())).extracting(Correction::to).containsExactly(second.ref(), first.ref());
    }

    @Test
    void aWronglyOpenedRequestIsMergedAndClosedWithTheReason() {
        Request right = opened(launch("Spring fair"));
        LedgerEntry mistake = arrives(launch("More about the spring fair"));
        Request wrong = requestOf(mistake);
        LedgerEntry later = joined(wrong);

        assertDone(corrections.attach(mistake.id(), right.ref().toString(), nadiaLookingAt(mistake)));

        assertThat(now(wrong).state()).isEqualTo(RequestState.CLOSED);
        assertThat(now(wrong).closedBecause()).contains(right.ref().toString());
        assertThat(lastMailTo("petra@customer.example", wrong.ref()).text())
                .contains(right.ref().toString());
        assertThat(said(right)).contains(COMPLETE.strip(), "Another thing: we need a poster.");
        assertThat(now(later).request()).isEqualTo(right.ref());
        assertThat(corrections.of(later.id())).hasSize(1);
        assertThat(said(wrong)).isEmpty();
        assertThat(conversation.movedAway(wrong.ref())).hasSize(2);
        assertThat(tasks.open(wrong.ref())).isEmpty();

        LedgerEntry answer = joined(wrong);
        assertThat(answer.request()).isEqualTo(right.ref());
    }

    @Test
    void aRequestOfTheWrongWorkflowIsOpenedAnewInTheRightOne() {
        LedgerEntry entry = arrives(TestMail.from(PETRA).about("Coffee").saying("Something for the web."));
        Request wrong = requestOf(entry);
        assertThat(corrections.treatAsRequest(entry.id(), wrong.workflow(), nadiaLookingAt(entry)))
                .isInstanceOf(Corrected.Refused.class);

        assertDone(corrections.treatAsRequest(entry.id(), "campaign-launch", nadiaLookingAt(entry)));

        assertThat(requestOf(entry).workflow()).isEqualTo("campaign-launch");
        assertThat(now(entry).state()).isEqualTo(LedgerState.OPENED);
        assertThat(now(wrong).isOpen()).isFalse();
    }

    @Test
    void aDecisionStaysWhenItsMailIsMoved() {
        Request request = opened(launch("Webinar"));
        Request other = opened(launch("Other"));
        HandOver handOver = tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);
        LedgerEntry entry = arrives(TestMail.from(handOver.person().value())
                .to("requests+t." + handOver.replyCode() + "@example.com")
                .about("Re: Check the brief")
                .saying("Accept"));
        assertThat(entry.state()).isEqualTo(LedgerState.ANSWERED);
        assertThat(entry.reason()).contains("Accept");
        assertThat(corrections.discard(entry.id(), "wrong", nadiaLookingAt(entry)))
                .isInstanceOf(Corrected.Refused.class);

        assertDone(corrections.attach(entry.id(), other.ref().toString(), nadiaLookingAt(entry)));

        assertThat(decisions.of(request.ref())).hasSize(1);
        assertThat(tasks.find(handOver.taskId()).orElseThrow().isOpen()).isFalse();
        assertThat(now(entry).request()).isEqualTo(other.ref());
        assertThat(now(entry).state()).isEqualTo(LedgerState.ANSWERED);
        assertThat(tasks.open(other.ref())).hasSize(1);
        assertDone(corrections.treatAsRequest(entry.id(), "campaign-launch", nadiaLookingAt(entry)));
        assertThat(corrections.discard(entry.id(), "wrong", nadiaLookingAt(entry)))
                .isInstanceOf(Corrected.Refused.class);
    }

    @Test
    void anAnswerByHandGoesToTheSenderInTheThread() {
        LedgerEntry entry = quarantined();
        Hand hand = nadiaLookingAt(entry);

        assertDone(corrections.answer(entry.id(), "Which landing page do you mean?", hand));
        assertThat(corrections.answer(entry.id(), "Which landing page do you mean?", hand))
                .isInstanceOf(Corrected.Meanwhile.class);

        List<QueuedMail> sent = outbox.list(null, null, 5).items().stream()
                .filter(mail -> mail.template().equals("answer"))
                .filter(mail -> mail.references().contains(entry.messageId()))
                .toList();
        assertThat(sent).singleElement().satisfies(mail -> {
            assertThat(mail.to().value()).isEqualTo("petra@customer.example");
            assertThat(mail.subject()).isEqualTo("Re: the landing page");
            assertThat(mail.text()).contains("Nadia", "Which landing page do you mean?", "Please make it blue.");
        });
        assertThat(now(entry).state()).isEqualTo(LedgerState.IGNORED);
        assertThat(now(entry).reason()).contains("answered");
        assertThat(corrections.answer(entry.id(), "  ", nadiaLookingAt(entry))).isInstanceOf(Corrected.Refused.class);
    }

    @Test
    void anAnswerToAMailOfARequestIsPartOfItsConversation() {
        Request request = opened(launch("Webinar"));
        LedgerEntry entry = joined(request);

        assertDone(corrections.answer(entry.id(), "We will make one.", nadiaLookingAt(entry)));

        QueuedMail mail = lastMailTo("petra@customer.example", request.ref());
        assertThat(mail.text()).contains("We will make one.");
        assertThat(mail.replyTo()).isEqualTo(links.answerTo(request.ref()));
        assertThat(mail.references()).endsWith(entry.messageId());
        assertThat(now(entry).state()).isEqualTo(LedgerState.JOINED);
    }

    @Test
    void aDiscardedMailSaysWhyAndCanBeTakenBack() {
        LedgerEntry entry = quarantined();
        assertThat(corrections.discard(entry.id(), " ", nadiaLookingAt(entry))).isInstanceOf(Corrected.Refused.class);

        assertDone(corrections.discard(entry.id(), "an advertisement", nadiaLookingAt(entry)));

        assertThat(now(entry).state()).isEqualTo(LedgerState.IGNORED);
        assertThat(now(entry).reason()).contains("Nadia").contains("an advertisement");
        assertDone(corrections.treatAsRequest(entry.id(), "campaign-launch", nadiaLookingAt(entry)));
        assertThat(now(entry).state()).isEqualTo(LedgerState.OPENED);
    }

    @Test
    void aDiscardedMailLeavesItsRequestWithALine() {
        Request request = opened(launch("Webinar"));
        LedgerEntry entry = joined(request);

        assertDone(corrections.discard(entry.id(), "sent by mistake", nadiaLookingAt(entry)));

        assertThat(now(entry).request()).isNull();
        assertThat(said(request)).hasSize(1);
        assertThat(conversation.movedAway(request.ref()))
                .singleElement()
                .satisfies(line -> assertThat(line.to()).isNull());
    }

    @Test
    void aDiscardedMailThatOpenedARequestClosesIt() {
        LedgerEntry entry = arrives(launch("Advertisement"));
        Request request = requestOf(entry);

        assertDone(corrections.discard(entry.id(), "an advertisement", nadiaLookingAt(entry)));

        assertThat(now(request).closedBecause()).isEqualTo("an advertisement");
        assertThat(now(entry).state()).isEqualTo(LedgerState.IGNORED);
    }

    @Test
    void onlyWhatNothingFollowedFromIsReadAgain() {
        LedgerEntry entry = quarantined();
        assertDone(corrections.replay(entry.id(), nadiaLookingAt(entry)));
        assertThat(now(entry).state()).isEqualTo(LedgerState.RECEIVED);
        processing.processDue();
        assertThat(now(entry).state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(corrections.of(entry.id())).extracting(Correction::act).containsExactly(Correction.Act.REPLAYED);

        LedgerEntry opened = arrives(launch("Webinar"));
        assertThat(corrections.replay(opened.id(), nadiaLookingAt(opened))).isInstanceOf(Corrected.Refused.class);
    }

    @Test
    void whatAPersonSettledIsNotReadAgain() {
        LedgerEntry opened = arrives(launch("Webinar"));
        assertDone(corrections.discard(opened.id(), "twice", nadiaLookingAt(opened)));
        LedgerEntry answered = quarantined();
        assertDone(corrections.answer(answered.id(), "Which one?", nadiaLookingAt(answered)));

        for (LedgerEntry settled : List.of(opened, answered)) {
            assertThat(corrections.replay(settled.id(), nadiaLookingAt(settled)))
                    .isInstanceOf(Corrected.Refused.class);
            assertThat(ledger.replay(settled.id())).isFalse();
            assertThat(now(settled).state()).isEqualTo(LedgerState.IGNORED);
        }
    }

    @Test
    void aWorkflowThatCannotGoOnIsSaidInWords() {
        LedgerEntry entry = quarantined();

        assertThat(corrections.treatAsRequest(entry.id(), "breaking", nadiaLookingAt(entry)))
                .isInstanceOfSatisfying(
                        Corrected.Refused.class,
                        refused -> assertThat(refused.why()).contains("nothing was changed"));
        assertThat(now(entry).state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(corrections.of(entry.id())).isEmpty();
    }

    @Test
    void anAnswerToAHandWrittenAnswerWaitsForWhoeverWroteIt() {
        LedgerEntry entry = quarantined();
        assertDone(corrections.answer(entry.id(), "Which colour do you mean?", nadiaLookingAt(entry)));
        QueuedMail written = newest("answer");

        LedgerEntry back = arrives(TestMail.from(PETRA)
                .about("Re: it")
                .answering(written.messageId())
                .saying("The blue one, thanks."));

        assertThat(back.state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(back.reason()).contains("Nadia", "/ledger/" + entry.id());
        QueuedMail told = newest("answer-back");
        assertThat(told.to()).isEqualTo(NADIA);
        assertThat(told.text()).contains("The blue one, thanks.", "/ledger/" + back.id());
        assertThat(told.problem()).isNull();

        assertDone(corrections.treatAsRequest(entry.id(), "campaign-launch", nadiaLookingAt(entry)));
        LedgerEntry later = arrives(TestMail.from(PETRA)
                .about("Re: it")
                .answering(written.messageId())
                .saying("Or green."));
        assertThat(later.request()).isEqualTo(requestOf(entry).ref());
    }

    private QueuedMail newest(String template) {
        return outbox.list(null, null, 20).items().stream()
                .filter(mail -> mail.template().equals(template))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMailToTwoTasksOfItsSenderDecidesNeither() {
        HandOver one = firstOf(opened(launch("First")));
        HandOver two = firstOf(opened(launch("Second")));

        LedgerEntry entry = arrives(TestMail.from(one.person().value())
                .to("requests+t." + one.replyCode() + "@example.com, requests+t." + two.replyCode() + "@example.com")
                .about("Re: Check the brief")
                .saying("Accept"));

        assertThat(entry.state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(decisions.of(one.request())).isEmpty();
        assertThat(decisions.of(two.request())).isEmpty();
        assertThat(newest("which-task").to()).isEqualTo(one.person());
    }

    private HandOver firstOf(Request request) {
        return tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);
    }

    @Test
    void whatAForwarderWroteForColleaguesStaysAsideWhereItIsPut() {
        Request request = opened(launch("Webinar"));
        LedgerEntry forward = arrives(TestMail.from("Tom Keller <tom@example.com>")
                .about("Fwd: One more thing")
                .saying("She is difficult, be careful.\n\n---------- Forwarded message ---------\nFrom: " + PETRA
                        + "\nDate: Mon, 2 Mar 2026 at 08:00\nSubject: One more thing\nTo: Tom <tom@example.com>\n\n"
                        + "And a banner, please."));
        EmailAddress petra = EmailAddress.of("petra@customer.example");
        assertThat(requestOf(forward).requester()).isEqualTo(petra);

        assertDone(corrections.attach(forward.id(), request.ref().toString(), nadiaLookingAt(forward)));

        assertThat(conversation.writtenFor(petra, request.ref()))
                .extracting(IncomingMessage::text)
                .anyMatch(text -> text.contains("And a banner, please."))
                .noneMatch(text -> text.contains("difficult"));
        assertThat(said(request)).anyMatch(text -> text.contains("difficult"));
    }

    @Test
    void theMailThatTellsOfAnAnswerShowsNobodysOwnLinks() {
        HandOver handOver = firstOf(opened(launch("Webinar")));
        String address = "requests+t." + handOver.replyCode() + "@example.com";
        LedgerEntry entry = quarantined();
        assertDone(corrections.answer(entry.id(), "Which colour do you mean?", nadiaLookingAt(entry)));

        arrives(TestMail.from(PETRA)
                .about("Re: it")
                .answering(newest("answer").messageId())
                .saying("The one that " + address + " likes."));

        assertThat(newest("answer-back").text())
                .contains("The one that (personal link) likes.")
                .doesNotContain(handOver.replyCode());
    }

    @Test
    void aMailWhoseSenderSomebodyNamedIsTakenAlong() {
        Request right = opened(launch("Spring fair"));
        LedgerEntry mistake = arrives(launch("More about the spring fair"));
        Request wrong = requestOf(mistake);
        LedgerEntry nameless =
                arrives(TestMail.from(PETRA).without("From").about("A banner").saying("And a banner."));
        EmailAddress petra = EmailAddress.of("petra@customer.example");
        assertDone(corrections.attach(nameless.id(), wrong.ref().toString(), new Hand(NADIA, null, petra)));

        assertDone(corrections.attach(mistake.id(), right.ref().toString(), nadiaLookingAt(mistake)));

        assertThat(said(right)).contains("And a banner.");
        assertThat(now(nameless).request()).isEqualTo(right.ref());
    }

    @Test
    void whatNobodyKnowsIsRefusedInWords() {
        LedgerEntry entry = quarantined();
        assertThat(corrections.attach(entry.id(), "LAUNCH-99999", nadiaLookingAt(entry)))
                .isEqualTo(new Corrected.Refused(
                        "There is no request “LAUNCH-99999”. Check the reference; it looks like LAUNCH-42."));
        assertThat(corrections.attach(entry.id(), "no reference at all", nadiaLookingAt(entry)))
                .isInstanceOf(Corrected.Refused.class);
        assertThat(corrections.treatAsRequest(entry.id(), "no-such-workflow", nadiaLookingAt(entry)))
                .isInstanceOf(Corrected.Refused.class);
        assertThat(corrections.of(entry.id())).isEmpty();
    }

    @Test
    void aMailThatNamesNobodyNeedsSomebodyToSayWhoseItIs() {
        LedgerEntry entry =
                arrives(TestMail.from(PETRA).without("From").about("A banner").saying("Please."));
        assertThat(entry.state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(corrections.treatAsRequest(entry.id(), "campaign-launch", nadiaLookingAt(entry)))
                .isInstanceOf(Corrected.Refused.class);
        assertThat(corrections.answer(entry.id(), "Who are you?", nadiaLookingAt(entry)))
                .isInstanceOf(Corrected.Refused.class);

        EmailAddress petra = EmailAddress.of("petra@customer.example");
        assertDone(corrections.treatAsRequest(entry.id(), "campaign-launch", new Hand(NADIA, null, petra)));

        assertThat(requestOf(entry).requester()).isEqualTo(petra);
    }

    @Test
    void theLedgerKnowsBySignAndWorkflow() {
        Request request = opened(launch("Webinar"));
        LedgerEntry joined = joined(request);

        assertThat(ledger.understood(joined.id()).orElseThrow())
                .isEqualTo(new dev.baton.inbox.Understood("AnswersARequest", "campaign-launch"));
        assertDone(corrections.discard(joined.id(), "no", nadiaLookingAt(joined)));
        assertThat(ledger.understood(joined.id()).orElseThrow())
                .isEqualTo(new dev.baton.inbox.Understood("ByHand", "campaign-launch"));
        assertThat(new Disposition.Known("x", new Disposition.Ignored("y")).reason())
                .isEqualTo("y");
    }
}
