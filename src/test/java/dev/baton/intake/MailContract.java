package dev.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.inbox.LedgerEntry;
import dev.baton.inbox.LedgerState;
import dev.baton.outbox.QueuedMail;
import dev.baton.people.People;
import dev.baton.requests.Blocker;
import dev.baton.requests.Blockers;
import dev.baton.requests.IncomingMessage;
import dev.baton.requests.Request;
import dev.baton.shared.EmailAddress;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Tasks;
import dev.baton.testkit.TestMail;
import dev.baton.testkit.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a mail leads to, whatever database is below. */
abstract class MailContract extends IntakeTest {

    @Autowired
    Tasks tasks;

    @Autowired
    Blockers blockers;

    @Autowired
    People people;

    @Autowired
    Words words;

    private static TestMail launch() {
        return TestMail.from(PETRA).to("requests+launch@example.com").about("Hospital webinar");
    }

    private TestMail answerTo(Request request) {
        return TestMail.from(PETRA)
                .to(links.answerTo(request.ref()).value())
                .about("Re: [" + request.ref() + "] Needed to begin");
    }

    @Test
    void aCompleteMailBeginsTheWorkAtOnce() {
        LedgerEntry entry = arrives(launch().saying(COMPLETE));

        Request request = requests.get(entry.request());
        assertThat(entry.state()).isEqualTo(LedgerState.OPENED);
        assertThat(entry.reason()).isNull();
        assertThat(request.ref().prefix()).isEqualTo("LAUNCH");
        assertThat(request.title()).isEqualTo("Hospital webinar");
        assertThat(request.requesterName()).isEqualTo("Petra Vogel");
        assertThat(request.brief())
                .containsEntry("kind", "event")
                .containsEntry("goal", "200 registrations from hospitals")
                .containsEntry("launchDate", "2026-05-14")
                .containsEntry("region", "global");
        assertThat(request.startedAt()).isNotNull();
        assertThat(tasks.open(request.ref())).hasSize(1);
        assertThat(conversation.written(request.ref()))
                .extracting(IncomingMessage::text)
                .containsExactly(COMPLETE.strip());
    }

    @Test
    void whatIsMissingIsAskedForInTheMailThatAcknowledges() {
        Request request =
                opened(launch().saying("Hi Nadia,\nwe want hospitals to know our new scanner.\nKind: webinar"));

        assertThat(request.waitsForBrief()).isTrue();
        assertThat(request.brief())
                .containsEntry("goal", "we want hospitals to know our new scanner.")
                .containsEntry("kind", "event")
                .doesNotContainKey("launchDate");
        List<QueuedMail> mails = mailsTo("petra@customer.example", request.ref());
        assertThat(mails).hasSize(1);
        assertThat(mails.get(0).text())
                .contains("When should it go out?", "/brief/")
                .doesNotContain("What should it achieve?: One or two");
    }

    @Test
    void theFilesOfAMailAreThereForTheFirstTask() {
        Request request = opened(launch().saying(COMPLETE)
                .attaching("slides.pdf", "application/pdf", "%PDF".getBytes(StandardCharsets.UTF_8)));

        assertThat(files.of(request.ref())).extracting(file -> file.name()).containsExactly("slides.pdf");
        assertThat(request.brief()).containsEntry("material", "slides.pdf");
        assertThat(outbox.of(request.ref()).stream()
                        .filter(mail -> !mail.to().equals(request.requester()))
                        .map(QueuedMail::text))
                .anyMatch(text -> text.contains("slides.pdf"));
    }

    @ParameterizedTest
    @CsvSource({
        "requests+launch@example.com, LAUNCH",
        "requests+CAMPAIGN@example.com, LAUNCH",
        "requests+campaign-launch@example.com, LAUNCH",
        "report@example.com, REPORT",
        "'Team <requests@example.com>, reporting@example.com', REPORT",
        "'boss@elsewhere.example, requests+report@example.com', REPORT"
    })
    void theAddressSaysWhichWorkflow(String recipients, String prefix) {
        assertThat(opened(TestMail.from(PETRA)
                                .to(recipients)
                                .about("A question about " + recipients.hashCode())
                                .saying("Which one?"))
                        .ref()
                        .prefix())
                .isEqualTo(prefix);
    }

    @Test
    void withoutOneTheWordsDo() {
        LedgerEntry entry =
                arrives(TestMail.from(PETRA).about("Our webinar campaign").saying("Can you promote it?"));

        assertThat(entry.request().prefix()).isEqualTo("LAUNCH");
        assertThat(entry.reason()).contains("Campaign launch");
    }

    @Test
    void andElseAPersonDecides() {
        LedgerEntry entry = arrives(TestMail.from(PETRA).about("Coffee").saying("The machine is broken again."));

        Request request = requests.get(entry.request());
        assertThat(request.ref().prefix()).isEqualTo("REQ");
        assertThat(request.brief()).containsEntry("details", "The machine is broken again.");
        assertThat(request.waitsForBrief()).isFalse();
        assertThat(entry.reason()).contains("a person decides");
    }

    @Test
    void fiveHundredAttachmentsBelongToTheRequest() {
        TestMail mail = launch().saying(COMPLETE);
        for (int i = 1; i <= 500; i++) {
            mail = mail.attaching("slide-of-the-launch-" + i + ".txt", "text/plain", new byte[] {(byte) i});
        }

        Request request = opened(mail);

        assertThat(files.of(request.ref())).hasSize(500);
        assertThat(files.content(files.of(request.ref()).get(499).id())).hasBinaryContent(new byte[] {(byte) 500});
        assertThat(request.startedAt()).isNotNull();
        assertThat(visitor().opens(links.status(request.ref())).page().text()).contains("slide-of-the-launch-500.txt");
        assertThat(outbox.of(request.ref())).noneMatch(sent -> sent.problem() != null);
    }

    @Test
    void anUnknownPlusTagGoesToTheDefaultWorkflowAndTheLedgerSaysSo() {
        LedgerEntry entry = arrives(TestMail.from(PETRA)
                .to("requests+lunch@example.com")
                .about("Webinar campaign")
                .saying("Please."));

        assertThat(entry.state()).isEqualTo(LedgerState.OPENED);
        assertThat(entry.request().prefix()).isEqualTo("REQ");
        assertThat(entry.reason()).contains("+lunch").contains("Anything else");
        assertThat(lastMailTo("petra@customer.example", entry.request()).text()).contains("+lunch");
    }

    @Test
    void aMailWithoutSubjectIsNamedByItsFirstLineOrItsSender() {
        assertThat(opened(TestMail.from(PETRA).saying("The printer is out of ink\nagain."))
                        .title())
                .isEqualTo("The printer is out of ink");
        assertThat(opened(TestMail.from(PETRA).attaching("scan.png", "image/png", new byte[] {1, 2, 3}))
                        .title())
                .isEqualTo("Request of Petra Vogel");
    }

    @Test
    void aMailWithoutSubjectDateMessageIdAndBodyStillGetsAnAnswer() {
        Request request = opened(TestMail.from("petra@customer.example")
                .without("Date")
                .without("Message-ID")
                .to("requests+launch@example.com")
                .about("Just this"));

        assertThat(request.requesterName()).isEqualTo("Petra");
        assertThat(mailsTo("petra@customer.example", request.ref())).hasSize(1);
    }

    @Test
    void anAnswerThatATaskWaitsForAnotherRequestIsSaidInTheLedger() {
        Request request = opened(launch().saying(COMPLETE));
        Request other = opened(launch().about("Price list").saying(COMPLETE));
        HandOver handOver = tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);

        LedgerEntry entry = arrives(TestMail.from(handOver.person().value())
                .to("requests+t." + handOver.replyCode() + "@example.com")
                .about("Re: Check the brief")
                .saying("I'm waiting for " + other.ref() + "."));

        assertThat(entry.state()).isEqualTo(LedgerState.JOINED);
        assertThat(entry.reason()).contains("the task waits for " + other.ref());
        assertThat(blockers.of(request.ref())).extracting(Blocker::waitsFor).containsExactly(other.ref());
    }

    @Test
    void aMailFromNobodyIsKeptForAPerson() {
        LedgerEntry entry = arrives(launch().without("From").saying(COMPLETE));

        assertThat(entry.state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(entry.reason()).contains("Nobody is named as its sender");
    }

    @Test
    void aMailThatSaysNothingIsIgnored() {
        LedgerEntry entry = arrives(TestMail.from("silent@customer.example"));

        assertThat(entry.state()).isEqualTo(LedgerState.IGNORED);
        assertThat(entry.reason()).contains("no subject, no text and no file");
    }

    @Test
    void aCampaignIsFoundInTheText() {
        Request request = opened(launch().saying(COMPLETE + "Campaign: Spring 26\n"));
        assertThat(request.campaign()).isEqualTo("Spring 26");
    }

    @Test
    void aBareAnswerToTheOnlyQuestionCompletesTheBrief() {
        Request request = opened(launch().saying("Kind: event\n\nWe want hospitals to know our scanner."));

        LedgerEntry answer =
                arrives(answerTo(request).saying("Hi,\nit should be out on 14 May 2026, please.\nThanks\nPetra"));

        assertThat(answer.state()).isEqualTo(LedgerState.JOINED);
        assertThat(now(request).brief()).containsEntry("launchDate", "2026-05-14");
        assertThat(now(request).startedAt()).isNotNull();
        assertThat(conversation.written(request.ref())).hasSize(2);
        assertThat(mailsTo("petra@customer.example", request.ref())).hasSize(2);
    }

    @Test
    void whatTheOwnerWritesIsNoAnswerToTheQuestionsOfTheBrief() {
        Request request = opened(launch().saying("Kind: event\n\nWe want hospitals to know our scanner."));

        arrives(TestMail.from(request.owner().value())
                .to(links.answerTo(request.ref()).value())
                .about("Re: " + request.title())
                .saying("14 May 2026"));

        assertThat(now(request).waitsForBrief()).isTrue();
        assertThat(conversation.written(request.ref())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is a product launch and should go out on 15 March 2027. It is for small companies in Germany.",
                "Product launch, 15 March 2027",
                "Product launch\n15 March 2027"
            })
    void aDayAndAChoiceAreReadWhereverTheyStand(String words) {
        Request request = opened(launch().saying("We want hospitals to know our scanner."));

        arrives(answerTo(request).saying(words));

        assertThat(now(request).brief()).containsEntry("kind", "launch").containsEntry("launchDate", "2027-03-15");
        assertThat(now(request).waitsForBrief()).isFalse();
    }

    @Test
    void whoeverWasNotUnderstoodIsToldHowToAnswer() {
        Request request = opened(launch().saying("We want hospitals to know our scanner."));

        arrives(answerTo(request).saying("As discussed with Ben on the phone."));

        List<QueuedMail> mails = mailsTo("petra@customer.example", request.ref());
        assertThat(mails.get(mails.size() - 1).text())
                .contains("nothing in it could be read as an answer", "“What kind of campaign is it? …”");
        assertThat(mails.get(0).text()).doesNotContain("could be read");
    }

    /** People write from more than one address; whoever has the answer address was let in. */
    @Test
    void aStrangerAtTheSignedAddressCompletesTheBrief() {
        Request request = opened(launch().saying("Kind: event\n\nWe want hospitals to know our scanner."));

        arrives(TestMail.from("petra@home.example")
                .to(links.answerTo(request.ref()).value())
                .about("Re: " + request.title())
                .saying("14 May 2026\n500 readers"));

        assertThat(now(request).waitsForBrief()).isFalse();
    }

    /** Whoever was once in copy knows the ids of a conversation for ever. */
    @Test
    void aStrangerWhoOnlyGoesOnWithTheConversationDoesNotCompleteTheBrief() {
        TestMail asked = launch().saying("Kind: event\n\nWe want hospitals to know our scanner.");
        Request request = opened(asked);
        QueuedMail ours = mailsTo("petra@customer.example", request.ref()).get(0);

        arrives(TestMail.from("somebody@elsewhere.example")
                .to("requests@example.com")
                .about("Re: [" + request.ref() + "] " + request.title())
                .answering(ours.messageId())
                .saying("14 May 2026\n500 readers"));

        assertThat(now(request).waitsForBrief()).isTrue();
    }

    @Test
    void aMachineThatAnswersEveryQuestionWithTheSameWordsIsNotAskedForEver() {
        Request request = opened(launch().saying("Kind: event\n\nWe want hospitals to know our scanner."));

        for (int answer = 1; answer <= 14; answer++) {
            arrives(answerTo(request).saying("Your message " + answer + " was received. We will be in touch."));
        }

        assertThat(mailsTo("petra@customer.example", request.ref())).hasSize(4);
        assertThat(conversation.written(request.ref())).hasSize(15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. Newsletter\n2. 500 readers\n3. 2026-05-14",
                "Newsletter or mailing\n500 readers\n14 May 2026",
                "When should it go out? 14.5.2026\nKind = newsletter\nGoal: 500 readers"
            })
    void severalAnswersAreUnderstoodInTheOrderAskedOrByName(String words) {
        Request request = opened(launch().about("Hello " + words.length()));
        assertThat(request.brief()).doesNotContainKeys("kind", "goal", "launchDate");

        arrives(answerTo(request).saying(words));

        assertThat(now(request).brief())
                .containsEntry("kind", "newsletter")
                .containsEntry("goal", "500 readers")
                .containsEntry("launchDate", "2026-05-14");
        assertThat(now(request).waitsForBrief()).isFalse();
    }

    @Test
    void halfAnAnswerIsKeptAndTheRestAskedForAgain() {
        Request request = opened(launch());

        arrives(answerTo(request).saying("Kind: ads"));

        assertThat(now(request).waitsForBrief()).isTrue();
        assertThat(lastMailTo("petra@customer.example", request.ref()).text())
                .contains("When should it go out?")
                .doesNotContain("* What kind of campaign is it?");
    }

    @Test
    void anAnswerThatAnswersNothingReachesTheOwnerAndIsAskedForAgain() {
        Request request = opened(launch().saying("Kind: event\n\nWe want hospitals to know our scanner."));

        arrives(answerTo(request).saying("What do you mean by that?"));

        assertThat(now(request).waitsForBrief()).isTrue();
        assertThat(mailsTo("petra@customer.example", request.ref())).hasSize(2);
        assertThat(lastMailTo(request.owner().value(), request.ref()).text()).contains("What do you mean by that?");
    }

    @Test
    void twoAnswersOfTwoHalvesBeginTheWorkOnce() {
        Request request = opened(launch().saying("We want hospitals to know our scanner."));

        arrives(answerTo(request).saying("Kind: ads"));
        arrives(answerTo(request).saying("Launch date: 2026-05-14"));

        assertThat(now(request).startedAt()).isNotNull();
        assertThat(tasks.open(request.ref())).hasSize(1);
    }

    @Test
    void anAnswerInTheThreadJoinsTheConversationAndReachesWhoeverHasTheTask() {
        Request request = opened(launch().saying(COMPLETE));
        QueuedMail acknowledgement = lastMailTo("petra@customer.example", request.ref());

        LedgerEntry entry = arrives(TestMail.from(PETRA)
                .about("A thought")
                .answering(acknowledgement.messageId())
                .saying("Please no stock photos."));

        assertThat(entry.state()).isEqualTo(LedgerState.JOINED);
        assertThat(entry.request()).isEqualTo(request.ref());
        EmailAddress doer =
                tasks.holders(tasks.open(request.ref()).get(0).id()).get(0).person();
        assertThat(lastMailTo(doer.value(), request.ref()).text()).contains("Please no stock photos.");
    }

    @Test
    void anAnswerToASecondMailOfTheSenderJoinsToo() {
        Request request =
                opened(launch().with("Message-ID", "<first@customer.example>").saying(COMPLETE));

        LedgerEntry entry = arrives(TestMail.from(PETRA)
                .about("One more thing")
                .answering("<first@customer.example>")
                .saying("Blue, please."));

        assertThat(entry.request()).isEqualTo(request.ref());
    }

    @ParameterizedTest
    @ValueSource(strings = {PETRA, "petra+phone@customer.example", "Sam <sam@example.com>"})
    void aReferenceInTheSubjectCountsFromWhoeverTakesPart(String sender) {
        Request request = opened(launch().saying(COMPLETE));

        LedgerEntry entry = arrives(TestMail.from(sender)
                .about("RE: [" + request.ref() + "] Hospital")
                .saying("Any news?"));

        assertThat(entry.state()).isEqualTo(LedgerState.JOINED);
        assertThat(entry.request()).isEqualTo(request.ref());
    }

    @Test
    void whatIsQuotedNamesTheRequestWhereAllHeadersWereLost() {
        Request request = opened(launch().saying(COMPLETE));
        String link = links.status(request.ref());

        LedgerEntry quoted = arrives(TestMail.from(PETRA)
                .about("Hospital")
                .saying("Blue, please.\n\nOn Mon, 2 Mar 2026 at 09:00, Baton wrote:\n> See where it stands: " + link));
        LedgerEntry pasted = arrives(TestMail.from(PETRA)
                .to("requests+launch@example.com")
                .about("Another webinar")
                .saying("The same as " + link + "\n\n" + COMPLETE));

        assertThat(quoted.request()).isEqualTo(request.ref());
        assertThat(pasted.state()).isEqualTo(LedgerState.OPENED);
        assertThat(pasted.request()).isNotEqualTo(request.ref());
    }

    @Test
    void anAnswerToATasksMailThatLostTheTasksAddressIsConfirmed() {
        Request request = opened(launch().saying(COMPLETE));
        HandOver handOver = tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);
        QueuedMail task = lastMailTo(handOver.person().value(), request.ref());

        LedgerEntry entry = arrives(TestMail.from(handOver.person().value())
                .about("Re: " + task.subject())
                .answering(task.messageId())
                .saying("Accept"));

        assertThat(entry.state()).isEqualTo(LedgerState.JOINED);
        assertThat(entry.reason()).contains("asked to confirm");
        assertThat(tasks.standing(handOver).waits()).isTrue();
        QueuedMail confirm = lastMailTo(handOver.person().value(), request.ref());
        assertThat(confirm.subject()).contains("Was it you?");
        Visitor visitor = visitor();
        Visitor.Answer page = visitor.opens(confirmLink(confirm));
        assertThat(page.body()).contains("A mail in your name says “Accept”. Was it you?");
        visitor.presses("Accept", page);
        assertThat(tasks.standing(handOver).waits()).isFalse();
    }

    private static String confirmLink(QueuedMail mail) {
        return mail.text()
                .lines()
                .filter(line -> line.contains("&said="))
                .map(line -> line.substring(line.indexOf("http")).strip())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStrangerWhoNamesAReferenceGetsARequestOfTheirOwn() {
        Request request = opened(launch().saying(COMPLETE));

        LedgerEntry entry = arrives(TestMail.from("eve@elsewhere.example")
                .about("[" + request.ref() + "] Hospital")
                .saying("Any news?"));

        assertThat(entry.state()).isEqualTo(LedgerState.OPENED);
        assertThat(entry.request()).isNotEqualTo(request.ref());
        assertThat(conversation.written(request.ref())).hasSize(1);
    }

    @Test
    void aReferenceThatDoesNotExistIsSaidAndTheMailKept() {
        int before = outbox.queued();

        LedgerEntry entry = arrives(TestMail.from(PETRA)
                .with("Message-ID", "<lost@customer.example>")
                .about("[LAUNCH-99999] Where is it?")
                .saying("Any news?"));

        assertThat(entry.state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(entry.reason()).contains("LAUNCH-99999").contains("was told");
        assertThat(outbox.queued()).isEqualTo(before + 1);
        QueuedMail told = outbox.list(null, null, 1).items().get(0);
        assertThat(told.to().value()).isEqualTo("petra@customer.example");
        assertThat(told.text()).contains("LAUNCH-99999").contains("requests@example.com");
    }

    @Test
    void whatOnlyLooksLikeAReferenceIsPartOfTheSubject() {
        LedgerEntry entry = arrives(
                TestMail.from(PETRA).about("[COVID-19] notice on the door").saying("Please print one."));
        assertThat(entry.state()).isEqualTo(LedgerState.OPENED);
    }

    @Test
    void aMailAboutAClosedRequestStillJoinsAndItsOwnerIsTold() {
        Request request = opened(launch().saying(COMPLETE));
        requests.close(request.ref(), now(request).owner(), "not needed any more");

        LedgerEntry entry = arrives(answerTo(request).saying("We need it after all."));

        assertThat(entry.state()).isEqualTo(LedgerState.JOINED);
        assertThat(lastMailTo(now(request).owner().value(), request.ref()).text())
                .contains("We need it after all.");
    }

    @Test
    void anAnswerToATaskGoesToTheTask() {
        Request request = opened(launch().saying(COMPLETE));
        HandOver handOver = tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);

        LedgerEntry entry = arrives(TestMail.from(handOver.person().value())
                .to("requests+t." + handOver.replyCode() + "@example.com")
                .about("Re: Check the brief")
                .saying("Accept")
                .attaching("note.txt", "text/plain", "ok".getBytes(StandardCharsets.UTF_8)));

        assertThat(entry.state()).isEqualTo(LedgerState.ANSWERED);
        assertThat(entry.request()).isEqualTo(request.ref());
        assertThat(files.of(request.ref())).extracting(file -> file.name()).containsExactly("note.txt");
    }

    @Test
    void aFileWillDoWhereAnOutcomeWantsWordsButNoBusinessCard() {
        Request request = opened(launch().saying(COMPLETE));
        HandOver handOver = tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);
        TestMail answer = TestMail.from(handOver.person().value())
                .to("requests+t." + handOver.replyCode() + "@example.com")
                .about("Re: Check the brief")
                .saying("Decline");
        byte[] bytes = "x".getBytes(StandardCharsets.UTF_8);

        assertThat(arrives(answer.attaching("me.vcf", "text/vcard", bytes)).state())
                .isEqualTo(LedgerState.JOINED);
        assertThat(arrives(answer.attaching("reasons.pdf", "application/pdf", bytes))
                        .state())
                .isEqualTo(LedgerState.ANSWERED);
    }

    @Test
    void anAnswerOfSomebodyElseDecidesNothingAndTheLedgerSaysWhy() {
        Request request = opened(launch().saying(COMPLETE));
        HandOver handOver = tasks.holders(tasks.open(request.ref()).get(0).id()).get(0);

        LedgerEntry entry = arrives(TestMail.from(PETRA)
                .to("requests+t." + handOver.replyCode() + "@example.com")
                .about("Re: Check the brief")
                .saying("Accept"));

        assertThat(entry.state()).isEqualTo(LedgerState.JOINED);
        assertThat(entry.reason()).contains("somebody else's task");
        assertThat(tasks.find(handOver.taskId()).orElseThrow().isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.00000000000000000000", "launch-1.00000000000000000000", "t.abc"})
    void aCutOrForgedAnswerAddressIsNoNewWork(String tag) {
        LedgerEntry entry = arrives(TestMail.from(PETRA)
                .to("requests+" + tag + "@example.com")
                .about("Re: it")
                .saying("Approved"));

        assertThat(entry.state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(entry.reason()).contains(tag);
    }

    @Test
    void aSenderWhoWritesLikeAMachineIsStopped() {
        for (int i = 0; i < 60; i++) {
            ledger.accept(machine(i).raw(), dev.baton.inbox.Arrival.posted(clock.instant()));
        }

        LedgerEntry last = arrives(machine(60));
        assertThat(last.state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(last.reason()).contains("machine@customer.example").contains("60");

        clock.jump(java.time.Duration.ofMinutes(61));
        ledger.replay(last.id());
        processing.processDue();
        assertThat(ledger.find(last.id()).orElseThrow().state()).isEqualTo(LedgerState.IGNORED);
    }

    private static TestMail machine(int number) {
        return TestMail.from("machine@customer.example").with("X-Number", String.valueOf(number));
    }

    @Test
    void onlyPeopleOfNamedDomainsMayAskIfThereAreAny() {
        MayNotAsk question = new MayNotAsk(
                new IntakeProperties(Set.of(" Example.ORG "), IntakeProperties.UnknownSenders.ACCEPT, 60),
                people,
                requests,
                words);
        assertThat(question.ask(read("a@elsewhere.example")))
                .hasValueSatisfying(meaning -> assertThat(meaning).isInstanceOf(Meaning.NeedsAPerson.class));
        assertThat(question.ask(read("a@example.org"))).isEmpty();
        assertThat(question.ask(read("nadia@example.com"))).isEmpty();
    }

    private static dev.baton.inbox.ReceivedMail read(String sender) {
        return new dev.baton.inbox.ReceivedMail(
                1,
                EmailAddress.of(sender),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                null,
                List.of(),
                null,
                dev.baton.testkit.SettableClock.START,
                "",
                "",
                null,
                List.of(),
                null,
                1,
                true,
                null,
                List.of(),
                null);
    }

    @Test
    void aTextMadeToBeSlowIsReadAllTheSame() {
        for (String slow :
                List.of(":".repeat(200_000), "a".repeat(200_000), "1 ".repeat(100_000), "Hi\n".repeat(100_000))) {
            assertThat(arrives(launch().saying(slow)).state()).isEqualTo(LedgerState.OPENED);
        }
    }

    @Test
    void charactersThatNoDatabaseKeepsDoNoHarm() {
        LedgerEntry entry = arrives(TestMail.from(PETRA).about("A\0B").saying("Nul \0 here"));
        assertThat(entry.state()).isEqualTo(LedgerState.OPENED);
    }

    @Test
    void workThatItsModelCannotBeginIsTriedAgainAndThenKeptForAPersonWithoutHalfARequest() {
        LedgerEntry entry =
                arrives(TestMail.from(PETRA).to("requests+breaking@example.com").about("Break"));
        assertThat(entry.state()).isEqualTo(LedgerState.RECEIVED);

        for (int i = 0; i < 4; i++) {
            clock.jump(java.time.Duration.ofHours(12));
            processing.processDue();
        }

        LedgerEntry given = ledger.find(entry.id()).orElseThrow();
        assertThat(given.state()).isEqualTo(LedgerState.QUARANTINED);
        assertThat(given.reason()).contains("who.address").contains("Replay it");
        assertThat(requests.list(dev.baton.requests.RequestFilter.ALL, null, 200)
                        .items())
                .noneMatch(request -> request.workflow().equals("breaking"));
    }
}
