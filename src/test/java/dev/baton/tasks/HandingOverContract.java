package dev.baton.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.outbox.QueuedMail;
import dev.baton.requests.Decision;
import dev.baton.requests.Promise;
import dev.baton.requests.Request;
import dev.baton.requests.RequestState;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import dev.baton.testkit.OnPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a task between the engine and people, on both databases. */
abstract class HandingOverContract extends TasksTest {

    static final Instant WEDNESDAY_EVENING = Instant.parse("2026-03-04T16:00:00Z");

    @Test
    void aTaskReachesItsPersonByMailInTheTransactionThatOpensIt() {
        RequestRef ref = asked("Spring flyer").ref();

        QueuedMail mail = mailTo(TOM, ref);
        HandOver toTom = held(ref, TOM);
        assertThat(mail.subject()).isEqualTo("[" + ref + "] Sign off the flyer: Spring flyer, by Wed 4 March");
        assertThat(mail.text())
                .startsWith(
                        "Nadia asks you to sign off the flyer for “Spring flyer” by Wednesday 4 March, 17:00 (Berlin).")
                .contains("Look at the flyer as a customer would.", links.url(toTom, "approve"), "Request changes");
        assertThat(mail.replyTo()).isEqualTo(EmailAddress.of("requests+t." + toTom.replyCode() + "@example.com"));
        assertThat(mail.problem()).isNull();
        assertThat(toTom.replyCode()).matches("[0-9a-f]{20}");
        assertThat(tasks.byReplyTag("t." + toTom.replyCode())).contains(toTom);
    }

    @Test
    void aLinkThatOffersSomebodyNamesThemWhateverTheirAddressIsMadeOf() {
        HandOver toTom = held(asked("Spring flyer").ref(), TOM);

        String link = links.handOverUrl(toTom, EmailAddress.of("lea+flyers&more=all%#?@example.com"));

        assertThat(link).endsWith("/hand-over?to=lea%2Bflyers%26more%3Dall%25%23%3F%40example.com");
    }

    @Test
    void whatIsRolledBackWasNeverHandedOver() {
        RequestRef[] ref = new RequestRef[1];
        transaction.executeWithoutResult(status -> {
            ref[0] = asked("Never").ref();
            status.setRollbackOnly();
        });

        assertThat(tasks.open(ref[0])).isEmpty();
        assertThat(outbox.of(ref[0])).isEmpty();
    }

    @Test
    void theFirstPromiseIsMadeByWhoHasTheTask() {
        Task task = openTask(asked("Spring flyer").ref());

        assertThat(task.dueAt()).isEqualTo(WEDNESDAY_EVENING);
        assertThat(promises.ofTask(task.request(), task.id()))
                .extracting(Promise::madeBy, Promise::due)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(TOM, WEDNESDAY_EVENING));
    }

    @Test
    void aTaskForATeamReachesEverybodyInItAndTheFirstAnswerEndsItForAll() {
        RequestRef ref = asked("Spring flyer").ref();
        press(held(ref, TOM), "approve", "");
        HandOver toInes = held(ref, INES);
        HandOver toLea = held(ref, LEA);

        assertThat(mailTo(LEA, ref).text()).contains("offered to your team");
        assertThat(tasks.decide(
                                toLea,
                                new Answer("done", "", Map.of("copies", "500"), LEA, null, "pressed", List.of(), false))
                        .decided())
                .isTrue();
        assertThat(tasks.standing(toInes).decision()).map(Decision::by).contains(LEA);
        assertThat(requests.get(ref).state()).isEqualTo(RequestState.DELIVERED);
    }

    @Test
    void whoIsAwayIsStoodInForAndTheMailSaysForWhom() {
        RequestRef ref =
                asked("Spring flyer", Map.of("signer", "maria@example.com")).ref();

        HandOver toBen = held(ref, EmailAddress.of("ben@example.com"));
        assertThat(toBen.cause()).isEqualTo(Cause.SUBSTITUTE);
        QueuedMail mail = mailTo(toBen.person(), ref);
        assertThat(mail.subject()).contains("For Maria Holt: Sign off the flyer");
        assertThat(mail.text()).contains("in place of Maria Holt", "until Friday 6 March");
        press(toBen, "approve", "");
        assertThat(decisions.of(ref).get(0).forWhom()).isEqualTo(EmailAddress.of("maria@example.com"));
    }

    @Test
    void ifNobodyIsFoundTheOwnerGetsTheTaskWithANote() {
        RequestRef ref =
                asked("Spring flyer", Map.of("printers", "no-such-team")).ref();
        press(held(ref, TOM), "approve", "");

        assertThat(held(ref, NADIA).cause()).isEqualTo(Cause.NOBODY_FOUND);
        assertThat(mailTo(NADIA, ref).text()).contains("names nobody for this task whom we know");
    }

    @Test
    void aDecisionItsWordsAndTheNextStepCommitTogether() {
        RequestRef ref = asked("Spring flyer").ref();

        TaskReply reply = press(held(ref, TOM), "changes", "The price is wrong.");

        assertThat(reply.decided()).isTrue();
        Decision decision = decisions.of(ref).get(0);
        assertThat(decision.outcome()).isEqualTo("changes");
        assertThat(decision.label()).isEqualTo("Request changes");
        assertThat(decision.remark()).isEqualTo("The price is wrong.");
        assertThat(conversation.written(ref))
                .extracting(message -> message.text())
                .contains("The price is wrong.");
        assertThat(openTask(ref).name()).isEqualTo("Mend the flyer");
        assertThat(mailTo(INES, ref).text()).contains("Tom Keller wrote on", "The price is wrong.");
    }

    @Test
    void anOutcomeThatAsksForWordsIsNotTakenWithoutThem() {
        RequestRef ref = asked("Spring flyer").ref();

        TaskReply reply = press(held(ref, TOM), "reject", "  ");

        assertThat(reply).isInstanceOfSatisfying(TaskReply.Incomplete.class, lacking -> {
            assertThat(lacking.commentMissing()).isTrue();
            assertThat(lacking.outcomeMissing()).isFalse();
        });
        assertThat(decisions.of(ref)).isEmpty();
    }

    @Test
    void anEndOfTheWorkflowEndsTheRequest() {
        RequestRef ref = asked("Spring flyer").ref();

        press(held(ref, TOM), "reject", "We have one.");

        Request ended = requests.get(ref);
        assertThat(ended.state()).isEqualTo(RequestState.CLOSED);
        assertThat(ended.closedBecause()).isEqualTo("The flyer is not wanted.");
    }

    @Test
    void aSecondAnswerSeesTheFirst() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);
        press(toTom, "approve", "");

        TaskReply second = press(toTom, "reject", "No.");

        assertThat(second)
                .isInstanceOfSatisfying(
                        TaskReply.TooLate.class,
                        late -> assertThat(late.standing().decision())
                                .map(Decision::outcome)
                                .contains("approve"));
        assertThat(decisions.of(ref)).hasSize(1);
    }

    @Test
    void ofTwoAnswersAtOnceOneDecides() throws Exception {
        for (int round = 0; round < 5; round++) {
            RequestRef ref = asked("Flyer " + round).ref();
            HandOver toTom = held(ref, TOM);
            List<TaskReply> replies =
                    atOnce(() -> press(toTom, "approve", ""), () -> press(toTom, "changes", "The price is wrong."));

            assertThat(replies).filteredOn(TaskReply::decided).hasSize(1);
            assertThat(replies)
                    .filteredOn(reply -> !reply.decided())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            TaskReply.TooLate.class,
                            late -> assertThat(late.standing().decision()).isPresent());
            assertThat(decisions.of(ref)).hasSize(1);
        }
    }

    @Test
    void twoVotersAtOnceBothCount() throws Exception {
        for (int round = 0; round < 5; round++) {
            RequestRef ref = votedOn("Flyer " + round);
            HandOver toInes = vote(ref, INES);
            HandOver toLea = vote(ref, LEA);

            List<TaskReply> replies = atOnce(() -> press(toInes, "approve", ""), () -> press(toLea, "approve", ""));

            assertThat(replies).allMatch(TaskReply::decided);
            assertThat(decisions.of(ref)).extracting(Decision::by).containsExactlyInAnyOrder(INES, LEA);
            assertThat(requests.get(ref).state()).isEqualTo(RequestState.DELIVERED);
        }
    }

    @Test
    void aVoteThatIsNoLongerNeededIsTakenBack() {
        RequestRef ref = votedOn("Spring flyer");
        HandOver toLea = vote(ref, LEA);

        press(vote(ref, INES), "reject", "The logo is old.");

        assertThat(tasks.standing(toLea)).isInstanceOf(Standing.Withdrawn.class);
        assertThat(openTask(ref).name()).isEqualTo("Mend the flyer");
        assertThat(mailTo(TOM, ref).text()).contains("The logo is old.");
    }

    @Test
    void aModelsOwnTemplateMayNameTheBriefAndAllThatATaskMailHas() {
        RequestRef ref = votedOn("Spring flyer");

        QueuedMail mail = mailTo(LEA, ref);

        assertThat(mail.problem()).isNull();
        assertThat(mail.subject()).isEqualTo("[" + ref + "] Your vote, Lea: Spring flyer");
        assertThat(mail.text())
                .startsWith("Petra Klein wants your vote on Spring flyer, " + ref + ".")
                .contains(links.url(vote(ref, LEA), "approve"));
    }

    @Test
    void aClosedRequestTakesItsTasksOutOfPeoplesHands() {
        RequestRef ref = asked("Spring flyer").ref();
        HandOver toTom = held(ref, TOM);
        blockers.raise(ref, toTom.taskId(), "Ines", "the picture", TOM);

        requests.close(ref, NADIA, "Not needed any more.");

        assertThat(tasks.standing(toTom)).isInstanceOf(Standing.RequestEnded.class);
        assertThat(tasks.heldBy(TOM)).extracting(HandOver::request).doesNotContain(ref);
        assertThat(blockers.of(ref)).isEmpty();
        assertThat(press(toTom, "approve", "")).isInstanceOf(TaskReply.TooLate.class);
    }
}

class HandingOverOnH2Test extends HandingOverContract {}

@OnPostgres
class HandingOverOnPostgresTest extends HandingOverContract {}
