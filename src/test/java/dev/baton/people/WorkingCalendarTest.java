package dev.baton.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final WorkingCalendar calendar = berlin();

    static WorkingCalendar berlin() {
        try {
            return new WorkingCalendar(BERLIN, WorkingCalendar.nineToFive(), Holidays.of("de-be"));
        } catch (Holidays.Unknown e) {
            throw new AssertionError(e);
        }
    }

    static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(BERLIN).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        // a Thursday morning
        "2026-03-12T10:00, P1D, 2026-03-13T17:00",
        "2026-03-12T10:00, P3D, 2026-03-17T17:00",
        "2026-03-12T10:00, P1W, 2026-03-19T17:00",
        "2026-03-12T10:00, PT4H, 2026-03-12T14:00",
        "2026-03-12T10:00, PT8H, 2026-03-13T10:00",
        "2026-03-12T10:00, PT90M, 2026-03-12T11:30",
        "2026-03-12T10:00, P1DT2H, 2026-03-16T11:00",
        // at night and at the weekend
        "2026-03-12T23:00, PT1H, 2026-03-13T10:00",
        "2026-03-14T12:00, P1D, 2026-03-16T17:00",
        "2026-03-14T12:00, PT1H, 2026-03-16T10:00",
        // over Good Friday and Easter Monday of 2026
        "2026-04-02T10:00, P1D, 2026-04-07T17:00",
        "2026-04-02T16:00, PT2H, 2026-04-07T10:00",
        // over the change of clocks of 29 March 2026
        "2026-03-27T16:00, PT2H, 2026-03-30T10:00",
        "2026-03-27T16:00, P2D, 2026-03-31T17:00",
    })
    void aPromiseEndsInWorkingTime(String from, String duration, String until) {
        assertThat(calendar.plus(at(from), BusinessDuration.of(duration))).isEqualTo(at(until));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-12T17:00, P1D, 2026-03-11T09:00",
        "2026-03-16T17:00, P1D, 2026-03-13T09:00",
        "2026-03-12T11:00, PT4H, 2026-03-11T15:00",
        "2026-03-16T17:00, PT4H, 2026-03-16T13:00",
        "2026-04-07T10:00, PT2H, 2026-04-02T16:00",
    })
    void aReminderBeforeTheDueDateComesInWorkingTime(String due, String duration, String at) {
        assertThat(calendar.minus(at(due), BusinessDuration.of(duration))).isEqualTo(at(at));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01, 2026-12-01T17:00",
        "2026-12-25, 2026-12-28T17:00", // Christmas, a Friday: the next working day
        "2026-12-01T12:30, 2026-12-01T12:30",
        "2026-12-01T12:30:00+01:00, 2026-12-01T12:30",
        "2026-12-01T11:30:00Z, 2026-12-01T12:30",
        "2026-12-01T12:30:00+01:00[Europe/Berlin], 2026-12-01T12:30",
        "P1D, 2026-03-13T17:00",
    })
    void aDueDateIsWorkingTimeOrADateOrAMoment(String text, String due) {
        assertThat(calendar.due(text, at("2026-03-12T10:00"))).isEqualTo(at(due));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "P1M", "P-1D", "PT", "P", "2026-13-01", "12.01.2026", "2026-12-01T"})
    void aDueDateThatMeansNothingIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.due(text, at("2026-03-12T10:00")))
                .withMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-12T10:00, 2026-03-12T12:00, PT2H",
        "2026-03-12T10:00, 2026-03-13T12:00, PT10H",
        "2026-03-13T16:00, 2026-03-16T10:00, PT2H",
        "2026-03-14T00:00, 2026-03-15T23:00, PT0S",
        "2026-03-16T10:00, 2026-03-13T16:00, PT-2H",
    })
    void onlyWorkingTimeCountsBetweenTwoMoments(String from, String to, Duration between) {
        assertThat(calendar.between(at(from), at(to))).isEqualTo(between);
    }

    @Test
    void aDayWithANightShiftIsAsLongAsTheClocksMakeIt() {
        var night = new WorkingCalendar(
                BERLIN,
                Map.of(
                        LocalDate.parse("2026-03-29").getDayOfWeek(),
                        java.util.List.of(
                                new WorkingHours(java.time.LocalTime.of(0, 0), java.time.LocalTime.of(6, 0)))),
                Holidays.none());

        assertThat(night.between(at("2026-03-29T00:00"), at("2026-03-29T12:00")))
                .isEqualTo(Duration.ofHours(5));
        assertThat(night.between(at("2026-10-25T00:00"), at("2026-10-25T12:00")))
                .isEqualTo(Duration.ofHours(7));
    }

    @Test
    void aBreakIsNoWorkingTime() {
        var withBreak = new WorkingCalendar(
                BERLIN,
                Map.of(
                        java.time.DayOfWeek.THURSDAY,
                        java.util.List.of(
                                new WorkingHours(java.time.LocalTime.of(9, 0), java.time.LocalTime.of(12, 0)),
                                new WorkingHours(java.time.LocalTime.of(13, 0), java.time.LocalTime.of(17, 0)))),
                Holidays.none());

        assertThat(withBreak.isWorkingTime(at("2026-03-12T12:00"))).isFalse();
        assertThat(withBreak.nextWorkingTime(at("2026-03-12T12:00"))).isEqualTo(at("2026-03-12T13:00"));
        assertThat(withBreak.plus(at("2026-03-12T11:00"), BusinessDuration.ofHours(2)))
                .isEqualTo(at("2026-03-12T14:00"));
        assertThat(withBreak.usualDay()).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void theEndOfWorkIsNoWorkingTime() {
        assertThat(calendar.isWorkingTime(at("2026-03-12T16:59"))).isTrue();
        assertThat(calendar.isWorkingTime(at("2026-03-12T17:00"))).isFalse();
        assertThat(calendar.nextWorkingTime(at("2026-03-12T16:59"))).isEqualTo(at("2026-03-12T16:59"));
        assertThat(calendar.nextWorkingTime(at("2026-03-13T17:00"))).isEqualTo(at("2026-03-16T09:00"));
    }

    @Test
    void aTeamsOwnDaysOffAreNoWorkingDays() {
        var closed = new WorkingCalendar(
                BERLIN, WorkingCalendar.nineToFive(), Holidays.none().and(Set.of(LocalDate.parse("2026-03-13"))));

        assertThat(closed.isWorkingDay(LocalDate.parse("2026-03-13"))).isFalse();
        assertThat(closed.isWorkingDay(LocalDate.parse("2026-04-03"))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-04-03"))).isFalse();
    }

    @Test
    void anObservanceIsADayOfWork() {
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-12-24"))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-03-08"))).isFalse(); // Women's Day in Berlin, a Sunday
        assertThat(calendar.isWorkingDay(LocalDate.parse("2027-03-08"))).isFalse(); // the same on a Monday
    }
}
