package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.engine.Processes;
import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerState;
import dev.baton.models.Models;
import dev.baton.models.Workflows;
import dev.baton.outbox.QueuedMail;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.NewRequest;
import dev.baton.requests.Request;
import dev.baton.requests.RequestParticipants;
import dev.baton.shared.EmailAddress;
import dev.baton.tasks.ActionLinks;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Tasks;
import dev.baton.testkit.Browser;
import dev.baton.testkit.Dropped;
import dev.baton.testkit.TestMail;
import dev.baton.testkit.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose words move a workflow that waits for an answer, and whose complete a brief (docs/decisions/0024, 0030). */
class AwaitedRepliesTest extends StrictIntakeTest {

    private static final String SAM = "Sam Okoye <sam@example.com>";
    private static final String TOM = "Tom Keller <tom@example.com>";
    private static final String PROVEN = provenFor("example.com");
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String CONFIRM = "Yes, go on with this answer";

    @Autowired
    Tasks tasks;

    @Autowired
    ActionLinks actions;

    @Autowired
    Models models;

    @Autowired
    Workflows workflows;

    @Autowired
    Processes processes;

    @Autowired
    RequestParticipants participants;

    @Autowired
    Corrections corrections;

    private Request request;
    private HandOver sams;

    /** A request of Sam's that waits for the first of two answers. */
    @BeforeEach
    void waitsForTheFirstAnswer() throws IOException {
        byte[] model = Files.readAllBytes(Path.of("src/test/resources/models/two-questions.bpmn"));
        assertThat(Dropped.into(models, "two-questions.bpmn", model).report().deployable())
                .isTrue();
        EmailAddress sam = EmailAddress.of("sam@example.com");
        request = requests.open(
                NewRequest.of(workflows.byKey("two-questions").orElseThrow(), "Which colour?", sam, "Sam Okoye"));
        sams = tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);
        assertThat(arrives(approval()).state()).isEqualTo(LedgerState.ANSWERED);
        assertThat(reply()).isNull();
        anHourLater();
    }

    private TestMail approval() {
        return TestMail.from(SAM)
                .to(actions.answerTo(sams).value())
                .about("Re: Look at it")
                .with(RESULTS, PROVEN)
                .saying("Approve");
    }

    private TestMail answer(String from, String words) {
        return unproven(from, words).with(RESULTS, PROVEN);
    }

    private TestMail unproven(String from, String words) {
        return TestMail.from(from)
                .about("Re: [" + request.ref() + "] Which colour?")
                .saying(words);
    }

    /** What the first step got; null as long as it waits. */
    private Object reply() {
        return processes.variables(request.ref()).get("reply");
    }

    private QueuedMail asked() {
        QueuedMail mail = lastMailTo("sam@example.com", request.ref());
        assertThat(mail.template()).isEqualTo("confirm-reply");
        assertThat(mail.problem()).isNull();
        return mail;
    }

    private static String link(QueuedMail mail) {
        return URI.create(mail.text().replaceAll("(?s).*(http\\S+/reply/\\S+).*", "$1"))
                .getPath();
    }

    private void assertAskedWhy(LedgerEntry entry, String why) {
        assertThat(entry.state()).isEqualTo(LedgerState.JOINED);
        assertThat(entry.reason()).contains(why);
        assertThat(reply()).isNull();
        assertThat(asked().text()).contains("/reply/");
    }

    @Test
    void theRequestersOwnWordsMoveItAndWhatTheyPassOnDoesNotComeAlong() {
        arrives(answer(
                        SAM,
                        "Blue, as Jan says.\n\n---------- Forwarded message ---------\nFrom: Jan <jan@customer.example>\n"
                                + "Date: Mon, 2 Mar 2026 at 08:00\nSubject: Colours\nTo: Sam <sam@example.com>\n\nRed, I would say.")
                .about("Fwd: [" + request.ref() + "] Which colour?"));

        assertThat(reply()).isEqualTo("Blue, as Jan says.");
        assertThat(conversation.written(request.ref()).get(1).text()).contains("Red, I would say.");
    }

    @Test
    void forwardedWordsAloneMoveNothing() {
        LedgerEntry entry = arrives(answer(
                        SAM,
                        "---------- Forwarded message ---------\nFrom: Jan <jan@customer.example>\n"
                                + "Date: Mon, 2 Mar 2026 at 08:00\nSubject: Colours\nTo: Sam <sam@example.com>\n\nRed!")
                .about("Fwd: [" + request.ref() + "] Which colour?"));

        assertAskedWhy(entry, "not certain which of its words");
        assertThat(asked().text()).contains("could not tell for certain");
    }

    @Test
    void theQuestionReadsWellOnPhoneAndDeskAndOnePressAnswersIt() {
        arrives(unproven(SAM, "Blue, please."));
        String page = link(asked());
        try (Browser browser = Browser.at(port)) {
            browser.open(page).pictures(PICTURES, "reply").readsWellEverywhere();
            assertThat(reply()).isNull();
            browser.click(CONFIRM).pictures(PICTURES, "reply-done").readsWellEverywhere();
            assertThat(reply()).isEqualTo("Blue, please.");
            browser.open(page).readsWellEverywhere();
            assertThat(browser.text()).contains("You confirmed this answer");
        }
    }

    @Test
    void wordsInDoubtMoveNothing() {
        assertAskedWhy(arrives(answer(SAM, "Red\n> blue is what I want")), "not certain which of its words");
    }

    @Test
    void somebodyElsesAnswerMovesNothingUntilTheRequesterTakesIt() {
        LedgerEntry entry = arrives(answer("Jan <jan@customer.example>", "Red")
                .with(RESULTS, provenFor("customer.example"))
                .about("Re: Which colour?")
                .answering(outbox.of(request.ref()).get(0).messageId()));

        assertAskedWhy(entry, "somebody else wrote it");
        assertThat(asked().text()).contains("somebody else wrote the mail", "jan@customer.example");
        assertThat(lastMailTo("nadia@example.com", request.ref()).text()).contains("Red");
        Visitor sam = visitor();
        sam.presses(CONFIRM, sam.opens(link(asked())));
        assertThat(processes.variables(request.ref()))
                .containsEntry("reply", "Red")
                .containsEntry("replyBy", "sam@example.com");
    }

    @Test
    void aColleaguesAnswerMovesNothingUnlessTheyTakePart() {
        assertAskedWhy(arrives(answer(TOM, "Red")), "somebody else wrote it");

        participants.add(request.ref(), EmailAddress.of("tom@example.com"));
        arrives(answer(TOM, "Green"));

        assertThat(reply()).isEqualTo("Green");
    }

    @Test
    void aLateAnswerToATaskIsNoneToAStep() {
        LedgerEntry entry = arrives(approval());

        assertThat(entry.reason()).contains("decided or withdrawn before");
        assertThat(reply()).isNull();
    }

    @Test
    void onePressConfirmsOneAnswer() {
        arrives(unproven(SAM, "Red"));
        String link = link(asked());
        Visitor sam = visitor();
        Visitor.Answer page = sam.opens(link);
        assertThat(page.heading()).isEqualTo("Is this the answer about " + request.ref() + "?");
        sam.presses(CONFIRM, page);
        assertThat(reply()).isEqualTo("Red");

        Visitor.Answer again = sam.presses(CONFIRM, page);

        assertThat(again.page().text()).contains("You confirmed this answer on", "Red");
        assertThat(again.page().select("main button")).isEmpty();
        assertThat(now(request).isOpen()).isTrue();
        arrives(answer(SAM, "Large"));
        assertThat(now(request).isOpen()).isFalse();
    }

    @Test
    void theLinkOfAFormerRequesterIsGone() {
        arrives(unproven(SAM, "Red"));
        String link = link(asked());
        Visitor sam = visitor();
        Visitor.Answer page = sam.opens(link);
        requests.requester(request.ref(), EmailAddress.of("ines@example.com"), "Ines Roth", List.of(), null);

        assertThat(sam.opens(link).status()).isEqualTo(410);
        assertThat(sam.presses(CONFIRM, page).status()).isEqualTo(410);
        assertThat(reply()).isNull();
    }

    @Test
    void neitherTheMailNorThePageShowsSomebodysOwnLinks() {
        String address = actions.answerTo(sams).value();
        arrives(unproven(TOM, "Red, says " + address + "\n" + "and more of it. ".repeat(400)));

        String mail = asked().text();
        String page = visitor().opens(link(asked())).page().text();
        assertThat(mail)
                .contains("Red, says (personal link)")
                .doesNotContain(address)
                .hasSizeLessThan(4_000);
        assertThat(page)
                .contains("Red, says (personal link)")
                .doesNotContain(address)
                .hasSizeLessThan(5_000);
    }

    @Test
    void anAnswerOfWhichNobodyCanBeAskedWaits() {
        for (String who : List.of(TOM, "Ines Roth <ines@example.com>", "Lea Winter <lea@example.com>", SAM)) {
            assertThat(arrives(unproven(who, "Red, says " + who)).state()).isEqualTo(LedgerState.JOINED);
        }

        LedgerEntry fifth = arrives(unproven(SAM, "Blue!"));

        assertThat(fifth.state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(fifth.reason()).contains("would have to be confirmed by sam@example.com");
        assertThat(conversation.written(request.ref()))
                .extracting(IncomingMessage::text)
                .doesNotContain("Blue!");
        anHourLater();
        ledger.replay(fifth.id());
        processing.processDue();
        assertThat(ledger.find(fifth.id()).orElseThrow().state()).isEqualTo(LedgerState.JOINED);
        assertThat(asked().text()).contains("Blue!");
    }

    @Test
    void aMailThatNobodyVouchesForBeginsNoWork() {
        Request launch = opened(TestMail.from(SAM)
                .to("requests+launch@example.com")
                .about("Hospital webinar")
                .with(RESULTS, PROVEN)
                .saying("Hello,\n\nKind: Event or webinar"));
        assertThat(launch.waitsForBrief()).isTrue();

        LedgerEntry entry = arrives(TestMail.from(SAM)
                .about("Re: [" + launch.ref() + "] Hospital webinar")
                .saying("Goal: 900 registrations\nLaunch date: 14 May 2026"));

        assertThat(entry.reason()).contains("no work begins with it");
        assertThat(now(launch).waitsForBrief()).isTrue();
        assertThat(now(launch).brief()).isEqualTo(launch.brief());
        QueuedMail form = lastMailTo("sam@example.com", launch.ref());
        assertThat(form.template()).isEqualTo("acknowledgement");
        assertThat(form.text()).contains("could not make sure who wrote it", "/brief/");
        assertThat(lastMailTo(launch.owner().value(), launch.ref()).text())
                .contains("900 registrations", "could not confirm");
    }

    @Test
    void thatNobodyVouchesIsKnownWhereverTheMailGoes() {
        LedgerEntry opening = arrives(TestMail.from(SAM)
                .to("requests+launch@example.com")
                .about("Hospital webinar")
                .saying(COMPLETE));
        Request launch = requests.get(opening.request());
        arrives(TestMail.from(SAM).about("[" + launch.ref() + "] more").saying("One more thing."));
        assertThat(conversation.written(launch.ref())).hasSize(2).allMatch(IncomingMessage::unproven);

        corrections.attach(
                opening.id(), request.ref().toString(), new Hand(EmailAddress.of("nadia@example.com"), null, null));

        assertThat(conversation.written(request.ref()))
                .filteredOn(message -> !message.text().equals("Approve"))
                .hasSize(2)
                .allMatch(IncomingMessage::unproven);
        assertThat(reply()).isNull();
    }

    @Test
    void aVacationNoteThatNobodyVouchesForIsWeighedAndUsesUpNoNotice() {
        Request launch = opened(TestMail.from(SAM)
                .to("requests+launch@example.com")
                .about("Hospital webinar")
                .with(RESULTS, PROVEN)
                .saying(COMPLETE));
        HandOver first = tasks.holders(tasks.open(launch.ref()).get(0).id()).get(0);
        Visitor colleague = visitor();
        colleague.presses("Hand over", colleague.opens(actions.url(first)), Map.of("to", "tom@example.com"));
        HandOver toms = tasks.handOver(first.taskId(), EmailAddress.of("tom@example.com"))
                .orElseThrow();
        String owner = launch.owner().value();
        TestMail note = TestMail.from(TOM)
                .to(actions.answerTo(toms).value())
                .about("Automatic reply: "
                        + lastMailTo("tom@example.com", launch.ref()).subject())
                .with("Auto-Submitted", "auto-replied")
                .answering(lastMailTo("tom@example.com", launch.ref()).messageId())
                .saying("I am out of the office. Sign in at https://evil.example/ or write to ines@example.com.");

        LedgerEntry unproven = arrives(note);

        assertThat(unproven.reason()).contains("could not confirm that they wrote it");
        QueuedMail perhaps = lastMailTo(owner, launch.ref());
        assertThat(perhaps.template()).isEqualTo("away");
        assertThat(perhaps.problem()).isNull();
        assertThat(perhaps.text())
                .contains("Tom Keller may be away", "could not confirm that this note came from Tom Keller")
                .doesNotContain("evil.example", "Ines");
        arrives(note.with("Message-ID", "<again@programs.example>"));
        assertThat(lastMailTo(owner, launch.ref()).id()).isEqualTo(perhaps.id());

        arrives(note.with("Message-ID", "<own@programs.example>").with(RESULTS, PROVEN));

        assertThat(lastMailTo(owner, launch.ref()).text()).contains("Tom Keller is away", "Hand it over to Ines Roth");
    }
}
