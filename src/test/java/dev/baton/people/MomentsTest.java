package dev.baton.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final Moments moments =
            new Moments(PeopleTest.messages(), Clock.fixed(Instant.parse("2024-03-01T09:00:00Z"), ZoneOffset.UTC));

    @Test
    void aMomentIsWrittenWithWeekdayTimeAndPlace() {
        Instant due = Instant.parse("2024-03-14T16:00:00Z");
        assertThat(moments.full(due, BERLIN)).isEqualTo("Thursday 14 March, 17:00 (Berlin)");
        assertThat(moments.day(due, BERLIN)).isEqualTo("Thursday 14 March");
        assertThat(moments.brief(due, BERLIN)).isEqualTo("Thu 14 March");
        assertThat(moments.date(due, BERLIN)).isEqualTo("14 March");
        assertThat(moments.full(due, ZoneId.of("America/New_York"))).isEqualTo("Thursday 14 March, 12:00 (New York)");
    }

    @Test
    void anotherYearIsNamed() {
        Instant due = Instant.parse("2025-03-14T16:00:00Z");
        assertThat(moments.full(due, BERLIN)).isEqualTo("Friday 14 March 2025, 17:00 (Berlin)");
        assertThat(moments.brief(due, BERLIN)).isEqualTo("Fri 14 March 2025");
    }

    @ParameterizedTest
    @CsvSource({
        "PT24H, about 3 working days",
        "PT23H, about 3 working days",
        "PT8H, about 1 working day",
        "PT5H10M, about 5 working hours",
        "PT1H, about 1 working hour",
        "PT20M, less than a working hour",
        "PT0S, less than a working hour",
        "PT-16H, about 2 working days",
    })
    void aLengthOfTimeIsRounded(Duration time, String said) {
        assertThat(moments.roughly(time, WorkingCalendar.nineToFive(BERLIN))).isEqualTo(said);
    }
}
