package dev.baton.metrics;

import static dev.baton.metrics.Past.march;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.baton.metrics.DueTask.Kept;
import org.junit.jupiter.api.Test;

/** What each measure counts, on histories small enough to count by hand. */
class DefinitionsTest {

    private static final double DAY = 86_400;

    @Test
    void aTaskIsKeptByItsFirstPromiseOrMissedForGood() {
        Report report = new Past()
                .done(5, march(5))
                .done(6, march(5))
                .done(6, march(5), march(7))
                .open(march(8))
                .answer(march(1, 31, 10))
                .report();

        assertThat(report.reliability()).satisfies(is(1, 4));
    }

    @Test
    void aTaskStillOpenIsMissedTheMomentItsDatePasses() {
        Past past = new Past().open(march(8));

        assertThat(past.answer(march(1, 31, 8)).report().reliability()).satisfies(is(0, 0));
        assertThat(past.answer(march(1, 31, 9)).report().reliability()).satisfies(is(0, 1));
    }

    @Test
    void whatFallsDueAfterTheMomentLookedBackFromIsNotJudgedYetEvenIfItIsDone() {
        assertThat(new Past()
                        .done(2, march(20))
                        .answer(march(1, 31, 10))
                        .report()
                        .reliability())
                .satisfies(is(0, 0));
    }

    @Test
    void aTaskTakenAwayByItsDateCountsNeitherWayAndAfterItCountsAsMissed() {
        Answer answer = new Past()
                .done(2, march(3))
                .withdrawn(2, march(3))
                .withdrawn(4, march(3))
                .answer(march(1, 31, 10));

        assertThat(answer.report().reliability()).satisfies(is(1, 2));
        assertThat(answer.report().withdrawn()).satisfies(is(1, 3));
        assertThat(answer.dueByFirstPromise().all())
                .extracting(DueTask::kept)
                .containsExactly(Kept.ON_TIME, Kept.WITHDRAWN, Kept.WITHDRAWN_LATE);
    }

    @Test
    void movingADateMendsTheCurrentRateButNotTheFirst() {
        Report report = new Past()
                .done(6, march(5), march(7))
                .done(4, march(5))
                .answer(march(1, 31, 10))
                .report();

        assertThat(report.lateRate().current()).satisfies(is(0, 2));
        assertThat(report.lateRate().first()).satisfies(is(1, 2));
        assertThat(report.slipRate()).satisfies(is(1, 2));
    }

    @Test
    void leavingOpenWorkOutWouldClaimLess() {
        Report report = new Past()
                .done(4, march(5))
                .done(6, march(5))
                .open(march(5))
                .open(march(5))
                .answer(march(1, 31, 10))
                .report();

        assertThat(report.lateRate().current()).satisfies(is(3, 4));
        assertThat(report.lateRate().completedOnly()).satisfies(is(1, 2));
    }

    @Test
    void undatedWorkIsInNoRateButInTheCoverage() {
        Report report =
                new Past().done(4, march(5)).done(4).answer(march(1, 31, 10)).report();

        assertThat(report.reliability()).satisfies(is(1, 1));
        assertThat(report.coverage()).satisfies(is(1, 2));
    }

    @Test
    void thePeriodHasItsBeginAndNotItsEnd() {
        Past past = new Past().done(1, march(5)).done(1, march(8));

        assertThat(past.answer(march(5, 8, 10)).report().reliability()).satisfies(is(1, 1));
    }

    @Test
    void aReviewLastsFromTheFirstAskingToTheLastDecisionOfAllRounds() {
        Answer answer = new Past()
                .vote("one", 2, 3, "approve")
                .vote("one", 2, 4, "changes")
                .vote("two", 6, 9, "approve")
                .vote("two", 6, 7, "approve")
                .answer(march(1, 31, 20));

        Review review = answer.reviews().all().get(0);
        assertThat(review.endedAt()).isEqualTo(march(9));
        assertThat(review.firstAnswerAt()).isEqualTo(march(3));
        assertThat(review.rounds()).isEqualTo(2);
        assertThat(answer.report().reviewTime().completed().p50()).isEqualTo(7 * DAY);
        assertThat(answer.report().firstResponse().completed().p50()).isEqualTo(DAY);
    }

    @Test
    void aReviewThatSentTheWorkBackGoesOn() {
        Answer answer = new Past()
                .vote("one", 2, 3, "approve")
                .vote("one", 2, 4, "changes")
                .answer(march(1, 31, 20));

        assertThat(answer.reviews().all().get(0).endedAt()).isNull();
        assertThat(answer.report().reviewTime().estimated().open()).isEqualTo(1);
    }

    @Test
    void aRejectionEndsAReviewAlthoughAnotherWantedChanges() {
        Answer answer = new Past()
                .vote("one", 2, 3, "changes")
                .vote("one", 2, 4, "reject")
                .answer(march(1, 31, 20));

        assertThat(answer.reviews().all().get(0).endedAt()).isEqualTo(march(4));
    }

    @Test
    void aReviewThatNobodyAnsweredIsSeenAsOpen() {
        Answer answer = new Past().asked(2).answer(march(1, 31, 20));

        assertThat(answer.reviews().all().get(0).rounds()).isZero();
        assertThat(answer.report().firstResponse().estimated().open()).isEqualTo(1);
        assertThat(answer.report().reviewTime().completed().n()).isZero();
    }

    @Test
    void openRequestsLengthenTheTimeToDelivery() {
        Lasting cycle = new Past()
                .and(Past.request(2, march(1), march(3)))
                .and(Past.request(3, march(1), march(5)))
                .and(Past.request(4, march(1), march(7)))
                .and(Past.request(5, march(1), null))
                .answer(march(1, 31, 20))
                .report()
                .cycleTime();

        assertThat(cycle.completed().n()).isEqualTo(3);
        assertThat(cycle.completed().p50()).isEqualTo(4 * DAY);
        assertThat(cycle.completed().mean()).isEqualTo(4 * DAY);
        assertThat(cycle.estimated().n()).isEqualTo(5);
        assertThat(cycle.estimated().open()).isEqualTo(2);
        assertThat(cycle.estimated().p50()).isEqualTo(6 * DAY);
        assertThat(cycle.estimated().p85()).isNull();
    }

    @Test
    void aRequestSentBackToItsRequesterWasNotClear() {
        Report report = new Past()
                .answered("ask", Past.REQUEST)
                .answered("ask", Past.REQUEST)
                .and(Past.request(2, march(2), null))
                .answer(march(1, 31, 20))
                .report();

        assertThat(report.intakeClarity()).satisfies(is(1, 2));
        assertThat(report.clarificationMails()).satisfies(is(2, 2));
    }

    @Test
    void aRequesterWhoHeardNothingForMoreThanSevenDaysIsNotInformed() {
        RequestFact other = Past.request(2, march(2), null);
        Report report = new Past()
                .and(other)
                .told(Past.REQUEST, 12)
                .told(other, 13)
                .answer(march(1, 31, 20))
                .report();

        assertThat(report.visibility()).satisfies(is(1, 2));
    }

    @Test
    void anOpenRequestAsksForAttentionByWhatIsMostUrgent() {
        Answer answer = new Past()
                .and(Past.request(2, march(1), null, march(9)))
                .and(Past.request(3, march(1), null, march(18)))
                .and(Past.request(4, march(1), null, march(31)))
                .open(march(8))
                .answer(march(1, 31, 10));

        assertThat(answer.open())
                .extracting(open -> open.request().ref().number(), OpenRequest::attention)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, java.util.Optional.of(OpenRequest.Attention.LATE)),
                        org.assertj.core.groups.Tuple.tuple(3, java.util.Optional.of(OpenRequest.Attention.DUE_SOON)),
                        org.assertj.core.groups.Tuple.tuple(4, java.util.Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(1, java.util.Optional.of(OpenRequest.Attention.TASK_LATE)));
    }

    @Test
    void aPeriodThatIsEmptyOrHasNotBegunIsNoQuestion() {
        assertThatIllegalArgumentException().isThrownBy(() -> march(5, 5, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> march(11, 12, 11));
    }

    private static java.util.function.Consumer<Measure> is(long numerator, long denominator) {
        return measure -> {
            assertThat(measure.numerator()).isEqualTo(numerator);
            assertThat(measure.denominator()).isEqualTo(denominator);
        };
    }
}
