package dev.baton.metrics;

import static dev.baton.metrics.Past.march;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.metrics.Flow.Standing;
import dev.baton.metrics.Flow.Stretch;
import dev.baton.metrics.Steps.StepTime;
import dev.baton.metrics.Weeks.Week;
import dev.baton.metrics.Weeks.What;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What charts count, on histories small enough to count by hand. */
class ChartCountsTest {

    private static final double DAY = 86_400;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void whatEndedInThePeriodCountsWhereItEndedWheneverItWasOpened() {
        Past past = new Past()
                .and(Past.request(2, march(2), march(6)))
                .and(Past.request(3, march(3), march(12)))
                .and(Past.request(4, march(9), march(20)));
        Endings endings = past.answer(march(5, 15, 31)).endings();

        assertThat(endings.count()).isEqualTo(2);
        List<Double> days = new ArrayList<>();
        endings.each((at, seconds, delivered) -> days.add(seconds / DAY));
        assertThat(days).containsExactly(4.0, 9.0);
        assertThat(endings.opened().n()).isEqualTo(1);
        assertThat(past.answer(march(5, 15, 31)).ended().all())
                .extracting(request -> request.ref().number())
                .containsExactly(2, 3);
    }

    @Test
    void whatEndedAfterTheMomentLookedBackFromIsSaidToBeOpenStill() {
        Endings endings = new Past()
                .and(Past.request(2, march(6), march(8)))
                .and(Past.request(3, march(6), null))
                .answer(march(5, 31, 9))
                .endings();

        assertThat(endings.count()).isEqualTo(1);
        assertThat(endings.opened().n()).isEqualTo(2);
        assertThat(endings.opened().open()).isEqualTo(1);
    }

    @Test
    void everyPartOfThePeriodHasWhatEndedInIt() {
        List<Endings.Part> parts = new Past()
                .and(Past.request(2, march(2), march(6)))
                .and(Past.request(3, march(3), Instant.parse("2026-03-05T23:00:00Z")))
                .answer(march(5, 8, 31))
                .endings()
                .parts();

        assertThat(parts).extracting(part -> part.lengths().n()).containsExactly(0, 2, 0, 0);
        assertThat(parts.get(0).from()).isEqualTo(march(5));
        assertThat(parts.get(1).from()).isEqualTo(Instant.parse("2026-03-05T23:00:00Z"));
        assertThat(parts.get(3).to()).isEqualTo(march(8));
    }

    @Test
    void whatStoodBeforeAndCameAndDidNotEndIsOpenAtTheEndOfEveryDay() {
        Flow flow = new Past()
                .and(Past.request(2, march(4), march(6)))
                .and(Past.request(3, march(6), march(7)))
                .and(Past.request(4, march(7), null))
                .asked(6)
                .answer(march(5, 8, 31))
                .flow();

        assertThat(flow.before()).isEqualTo(new Standing(0, 0, 2));
        assertThat(flow.stretches()).extracting(Stretch::opened).containsExactly(0L, 1L, 1L, 0L);
        assertThat(flow.stretches()).extracting(Stretch::ended).containsExactly(0L, 1L, 1L, 0L);
        assertThat(flow.stretches())
                .extracting(Stretch::atEnd)
                .containsExactly(
                        new Standing(0, 0, 2), new Standing(1, 0, 1), new Standing(1, 0, 1), new Standing(1, 0, 1));
    }

    @Test
    void flowIsCountedByDayByWeekOrByMonth() {
        assertThat(stretches("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z")).isEqualTo(32);
        assertThat(stretches("2026-01-05T00:00:00Z", "2026-04-06T00:00:00Z")).isEqualTo(14);
        assertThat(stretches("2024-01-01T00:00:00Z", "2026-01-01T00:00:00Z")).isEqualTo(25);
    }

    private static int stretches(String from, String to) {
        Period period = new Period(Instant.parse(from), Instant.parse(to));
        return new Past()
                .answer(new Question(Scope.ALL, period, period.to(), BERLIN, true))
                .flow()
                .stretches()
                .size();
    }

    @Test
    void aStepSaysHowLongItsTasksTakeAndHowLongTheOpenOnesHaveWaited() {
        Steps steps = new Past()
                .done(3)
                .done(5)
                .done(9)
                .open()
                .answer(march(1, 31, 11))
                .steps();

        StepTime look = steps.steps().get(0);
        assertThat(steps.steps()).hasSize(1);
        assertThat(look.name()).isEqualTo("Look");
        assertThat(look.tasks()).isEqualTo(4);
        assertThat(look.requests()).isEqualTo(1);
        assertThat(look.usual().p50()).isEqualTo(4 * DAY);
        assertThat(look.ages()).containsExactly(10 * DAY);
        assertThat(steps.open()).isEqualTo(10 * DAY);
        assertThat(steps.withSomebody()).isEqualTo(10 * DAY);
        assertThat(steps.unheld()).isZero();
    }

    @Test
    void timeWithNobodyCountsForNobodyAndTimeWithTwoCountsOnce() {
        Steps steps = new Past()
                .done(3)
                .vote("first", 2, 5, "approve")
                .answer(march(1, 31, 11))
                .steps();

        assertThat(steps.open()).isEqualTo(10 * DAY);
        assertThat(steps.withSomebody()).isEqualTo(4 * DAY);
        assertThat(steps.unheld()).isEqualTo(1);
    }

    @Test
    void openTasksOfAnEarlierTimeCountAmongTheAgesAloneAndTheirRowsAreThere() {
        Answer answer = new Past().open().done(3).answer(march(10, 31, 12));

        StepTime look = answer.steps().steps().get(0);
        assertThat(look.tasks()).isZero();
        assertThat(look.ages()).containsExactly(11 * DAY);
        assertThat(look.old()).isZero();
        assertThat(answer.tasksAt("poster", "look").all()).hasSize(1);
        assertThat(answer.tasksAt("poster", "other").all()).isEmpty();
        assertThat(answer.tasksAt("flyer", "look").all()).isEmpty();
    }

    @Test
    void onlyWholeWeeksCountAndThoseWithNothingDueLeaveNoNumber() {
        Past past = new Past()
                .done(2, march(1))
                .done(2, march(3))
                .done(6, march(4))
                .open(march(5))
                .done(2, march(20))
                .withdrawn(2, march(4));
        Weeks weeks = past.answer(march(1, 31, 31)).weeks(What.RELIABILITY, List.of());

        assertThat(weeks.weeks())
                .extracting(Week::from, Week::value, Week::numerator, Week::denominator)
                .containsExactly(
                        tuple(Instant.parse("2026-03-01T23:00:00Z"), 1 / 3.0, 1L, 3L),
                        tuple(Instant.parse("2026-03-15T23:00:00Z"), 1.0, 1L, 1L));
        assertThat(weeks.empty()).isEqualTo(2);
        assertThat(past.answer(march(1, 31, 31))
                        .weeks(What.LATE_WORK, List.of())
                        .weeks()
                        .get(0)
                        .value())
                .isEqualTo(2 / 3.0);
    }

    @Test
    void aWeekOfTheClocksChangeIsWholeInTheZoneOfTheTeam() {
        Period period = new Period(Instant.parse("2026-03-22T23:00:00Z"), Instant.parse("2026-04-05T22:00:00Z"));
        Past past = new Past()
                .and(Past.request(2, march(20), Instant.parse("2026-03-29T21:59:59Z")))
                .and(Past.request(3, march(20), Instant.parse("2026-03-29T22:00:00Z")));
        Weeks weeks = past.answer(new Question(Scope.ALL, period, period.to(), BERLIN, true))
                .weeks(What.CYCLE_TIME, List.of());

        assertThat(weeks.weeks()).extracting(Week::denominator).containsExactly(1L, 1L);
        assertThat(weeks.weeks().get(1).to()).isEqualTo(period.to());
        assertThat(weeks.weeks().get(0).to())
                .isEqualTo(weeks.weeks().get(0).from().plus(7 * 24 - 1, ChronoUnit.HOURS));
    }

    @Test
    void limitsBeginAnewWithTheFirstWholeWeekAfterAChange() {
        Past past = new Past();
        for (int day = 3; day <= 31; day += 7) {
            past.done(day, march(day));
        }
        Weeks weeks =
                past.answer(march(1, 31, 31)).weeks(What.RELIABILITY, List.of(Instant.parse("2026-03-11T10:00:00Z")));

        assertThat(weeks.weeks()).hasSize(4);
        assertThat(weeks.stretches())
                .extracting(stretch -> stretch.values().size())
                .containsExactly(2, 2);
        assertThat(weeks.stretches()).allMatch(ControlChart.Stretch::tooFew);
    }
}
