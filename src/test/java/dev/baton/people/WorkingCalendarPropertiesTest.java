package dev.baton.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every moment and every length: over weekends, holidays and changes of the clocks. */
class WorkingCalendarPropertiesTest {

    private static final Instant YEAR_2024 = Instant.parse("2024-01-01T00:00:00Z");
    private final WorkingCalendar calendar = WorkingCalendarTest.berlin();

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.integers().between(0, 4 * 366 * 24 * 60).map(m -> YEAR_2024.plus(Duration.ofMinutes(m)));
    }

    @Provide
    Arbitrary<BusinessDuration> durations() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 6000))
                .as((days, minutes) -> new BusinessDuration(days, Duration.ofMinutes(minutes)));
    }

    @Property
    void whoStartsLaterIsNotDueEarlier(
            @ForAll("moments") Instant one, @ForAll("moments") Instant other, @ForAll("durations") BusinessDuration d) {
        Instant first = one.isBefore(other) ? one : other;
        Instant second = one.isBefore(other) ? other : one;
        assertThat(calendar.plus(first, d)).isBeforeOrEqualTo(calendar.plus(second, d));
        assertThat(calendar.minus(first, d)).isBeforeOrEqualTo(calendar.minus(second, d));
    }

    @Property
    void aLongerPromiseIsNotDueEarlier(
            @ForAll("moments") Instant from,
            @ForAll("durations") BusinessDuration d,
            @ForAll @IntRange(max = 9) int more) {
        var longer = new BusinessDuration(
                d.days() + (d.days() == 0 ? 0 : more), d.time().plusMinutes(more));
        assertThat(calendar.plus(from, longer)).isAfterOrEqualTo(calendar.plus(from, d));
    }

    @Property
    void hoursAddedAreHoursBetween(@ForAll("moments") Instant from, @ForAll @IntRange(max = 9000) int minutes) {
        var hours = new BusinessDuration(0, Duration.ofMinutes(minutes));
        assertThat(calendar.between(from, calendar.plus(from, hours))).isEqualTo(hours.time());
        assertThat(calendar.between(calendar.minus(from, hours), from)).isEqualTo(hours.time());
    }

    @Property
    void hoursTakenOffLeadBack(@ForAll("moments") Instant moment, @ForAll @IntRange(min = 1, max = 9000) int minutes) {
        var hours = new BusinessDuration(0, Duration.ofMinutes(minutes));
        Instant working = calendar.nextWorkingTime(moment);
        assertThat(calendar.minus(calendar.plus(working, hours), hours)).isEqualTo(working);
    }

    @Property
    void daysTakenOffLeadBackToTheEndOfTheDay(
            @ForAll("moments") Instant moment, @ForAll @IntRange(min = 1, max = 60) int days) {
        Instant due = calendar.plus(moment, BusinessDuration.ofDays(1));
        Instant begin = calendar.minus(due, BusinessDuration.ofDays(days));
        assertThat(calendar.isWorkingTime(begin)).isTrue();
        assertThat(calendar.plus(begin, BusinessDuration.ofDays(days))).isEqualTo(due);
    }

    @Property
    void aPromiseOfDaysEndsWithAWorkingDay(
            @ForAll("moments") Instant from, @ForAll @IntRange(min = 1, max = 30) int days) {
        Instant due = calendar.plus(from, BusinessDuration.ofDays(days));
        assertThat(due).isAfter(from);
        assertThat(calendar.isWorkingTime(due)).isFalse();
        assertThat(calendar.isWorkingTime(due.minusSeconds(1))).isTrue();
    }

    @Property
    void nextWorkingTimeIsTheFirst(@ForAll("moments") Instant moment) {
        Instant next = calendar.nextWorkingTime(moment);
        assertThat(calendar.isWorkingTime(next)).isTrue();
        assertThat(next).isAfterOrEqualTo(moment);
        assertThat(calendar.between(moment, next)).isZero();
    }

    @Property
    void betweenAddsUp(@ForAll("moments") Instant a, @ForAll("moments") Instant b, @ForAll("moments") Instant c) {
        assertThat(calendar.between(a, b).plus(calendar.between(b, c))).isEqualTo(calendar.between(a, c));
    }
}
