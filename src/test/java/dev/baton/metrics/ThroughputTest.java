package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.baton.people.WorkingCalendar;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThroughputTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.nineToFive(ZoneOffset.UTC);
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-27");

    private static Throughput each(int... week) {
        Map<LocalDate, Integer> delivered = new HashMap<>();
        for (LocalDate day = MONDAY; !day.isAfter(FRIDAY); day = day.plusDays(1)) {
            delivered.put(day, week[day.getDayOfWeek().getValue() - 1]);
        }
        return Throughput.of(delivered, MONDAY, FRIDAY, CALENDAR);
    }

    @Test
    void oneADayIsOneWorkingDayForEach() {
        Throughput one = each(1, 1, 1, 1, 1, 0, 0);

        assertThat(one.deliveredBy(1, FRIDAY, .85)).hasValue(LocalDate.parse("2026-03-30"));
        assertThat(one.deliveredBy(6, FRIDAY, .85)).hasValue(LocalDate.parse("2026-04-06"));
    }

    @Test
    void whatWasDeliveredOnADayOffCountsOnTheNextWorkingDay() {
        Map<LocalDate, Integer> sundays = new HashMap<>();
        Map<LocalDate, Integer> mondays = new HashMap<>();
        for (LocalDate day = MONDAY; day.isBefore(MONDAY.plusWeeks(8)); day = day.plusWeeks(1)) {
            sundays.put(day.minusDays(1), 2);
            mondays.put(day, 2);
        }
        LocalDate before = MONDAY.minusDays(2);
        LocalDate last = MONDAY.plusWeeks(8);

        assertThat(Throughput.of(sundays, before, last, CALENDAR).deliveredBy(9, FRIDAY, .85))
                .isPresent()
                .isEqualTo(Throughput.of(mondays, before, last, CALENDAR).deliveredBy(9, FRIDAY, .85));
    }

    @Test
    void theSameQuestionHasTheSameAnswerAndMoreTakesLonger() {
        LocalDate ten = each(0, 2, 0, 3, 1, 0, 0).deliveredBy(10, FRIDAY, .85).orElseThrow();

        assertThat(each(0, 2, 0, 3, 1, 0, 0).deliveredBy(10, FRIDAY, .85)).hasValue(ten);
        assertThat(each(0, 2, 0, 3, 1, 0, 0).deliveredBy(20, FRIDAY, .85).orElseThrow())
                .isAfter(ten);
        assertThat(each(0, 2, 0, 3, 1, 0, 0).deliveredBy(10, FRIDAY, .5).orElseThrow())
                .isBefore(ten);
    }

    @Test
    void fourDaysWithDeliveriesAreTooFewToSay() {
        Throughput few = each(1, 0, 0, 0, 0, 0, 0);

        assertThat(few.tooFew()).isTrue();
        assertThat(few.deliveredBy(3, FRIDAY, .85)).isEmpty();
    }

    @Test
    void whatWouldTakeYearsIsNotSaid() {
        assertThat(each(1, 1, 1, 1, 1, 0, 0).deliveredBy(2_000, FRIDAY, .85)).isEmpty();
    }

    @Test
    void nothingToDeliverIsNoQuestion() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> each(1, 1, 1, 1, 1, 0, 0).deliveredBy(0, FRIDAY, .85));
    }
}
