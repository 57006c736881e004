package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.people.WorkingCalendar;
import dev.baton.people.WorkingCalendar.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkedHoursTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final WorkingCalendar CALENDAR = WorkingCalendar.nineToFive(ZoneId.of("UTC"));

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns", "Pacific/Apia"})
    void looksUpWhatTheCalendarAddsUp(String zone) {
        WorkingCalendar calendar = WorkingCalendar.nineToFive(ZoneId.of(zone));
        WorkedHours hours = new WorkedHours(calendar, Map.of());
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            Instant from = MONDAY.plusSeconds(random.nextInt(2 * 366 * 86_400) - 366L * 86_400);
            Instant to = from.plusSeconds(random.nextInt(60 * 86_400));

            assertThat(hours.between(from, to))
                    .as("%s to %s", from, to)
                    .isEqualTo(calendar.between(from, to).toMillis() / 1000.0);
        }
    }

    @Test
    void aDayThatIsWrittenDownIsAsItWasWhateverTheCalendarSays() {
        LocalDate tuesday = LocalDate.parse("2026-03-03");
        LocalDate wednesday = tuesday.plusDays(1);
        WorkedHours hours = new WorkedHours(
                CALENDAR,
                Map.of(
                        tuesday,
                        List.of(),
                        wednesday,
                        List.of(new Stretch(
                                Instant.parse("2026-03-04T09:00:00Z"), Instant.parse("2026-03-04T12:00:00Z")))));

        assertThat(hours.between(MONDAY, MONDAY.plus(Duration.ofDays(3))))
                .isEqualTo(Duration.ofHours(8 + 3).toSeconds());
    }

    @Test
    void hoursThatOverlapBecauseTheZoneWasChangedAreWorkedOnce() {
        WorkedHours hours = new WorkedHours(
                CALENDAR,
                Map.of(
                        LocalDate.parse("2026-03-03"),
                        List.of(new Stretch(
                                Instant.parse("2026-03-03T20:00:00Z"), Instant.parse("2026-03-04T10:00:00Z")))));

        assertThat(hours.between(Instant.parse("2026-03-03T00:00:00Z"), Instant.parse("2026-03-05T00:00:00Z")))
                .isEqualTo(Duration.ofHours(14 + 7).toSeconds());
    }
}
