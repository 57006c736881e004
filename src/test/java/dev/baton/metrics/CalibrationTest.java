package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.people.BusinessDuration;
import dev.baton.people.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.nineToFive(ZoneOffset.UTC);
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");

    /** Two years of one to three requests a working day, lognormal in working time around four days, slowly longer. */
    private static List<Lifetime> team(long seed) {
        Random lots = new Random(seed);
        List<Lifetime> requests = new ArrayList<>();
        for (int number = 0; number < 731; number++) {
            LocalDate day = FIRST.plusDays(number);
            for (int left = CALENDAR.isWorkingDay(day) ? 1 + lots.nextInt(3) : 0; left > 0; left--) {
                Instant opened = day.atTime(LocalTime.of(9, 0))
                        .toInstant(ZoneOffset.UTC)
                        .plus(Duration.ofMinutes(lots.nextInt(480)));
                double drift = 1 + 0.2 * number / 731;
                long minutes = Math.round(4 * 480 * drift * Math.exp(0.6 * lots.nextGaussian()));
                requests.add(new Lifetime(
                        opened, CALENDAR.plus(opened, new BusinessDuration(0, Duration.ofMinutes(minutes)))));
            }
        }
        return requests;
    }

    @Test
    void eightyFivePercentAreAboutEightyFivePercent() {
        for (long seed = 1; seed <= 5; seed++) {
            Calibration calibration = Calibration.of(team(seed), AS_OF, .85);

            assertThat(calibration.held().denominator()).isGreaterThan(900);
            assertThat(calibration.held().value()).isBetween(.80, .90);
        }
    }

    @Test
    void aForecastThatPromisesHalfTheTimeShowsAsTooOptimistic() {
        Calibration calibration = Calibration.of(
                team(1),
                AS_OF,
                past -> Forecast.of(past, Duration.ZERO).within(.85).map(length -> length.dividedBy(2)));

        assertThat(Objects.requireNonNull(calibration.held().high())).isLessThan(.80);
    }

    @Test
    void aForecastThatPromisesTwiceTheTimeShowsAsTooCautious() {
        Calibration calibration = Calibration.of(
                team(1),
                AS_OF,
                past -> Forecast.of(past, Duration.ZERO).within(.85).map(length -> length.multipliedBy(2)));

        assertThat(Objects.requireNonNull(calibration.held().low())).isGreaterThan(.90);
    }

    @Test
    void whatIsOpenAfterItsDateIsAMissAndWhatIsNotDueIsNotJudged() {
        Instant start = Instant.parse("2025-12-01T00:00:00Z");
        List<Lifetime> requests = List.of(
                new Lifetime(start, null),
                new Lifetime(start.plusSeconds(1), start.plus(Duration.ofDays(1))),
                new Lifetime(AS_OF.minusSeconds(9), AS_OF.minusSeconds(3)),
                new Lifetime(AS_OF.minusSeconds(8), null));

        Calibration calibration = Calibration.of(requests, AS_OF, past -> Optional.of(Duration.ofDays(3)));

        assertThat(calibration.held().numerator()).isEqualTo(1);
        assertThat(calibration.held().denominator()).isEqualTo(2);
        assertThat(calibration.notDue()).isEqualTo(2);
    }

    @Test
    void nothingIsKnownOfWhatHappensAfterTheOpening() {
        List<Lifetime> requests = team(1).subList(0, 60);
        List<Lifetime> asSeenAtTheLast = new ArrayList<>();
        Instant last = requests.get(59).openedAt();
        for (Lifetime each : requests) {
            boolean over = each.seenAt(last).ended();
            asSeenAtTheLast.add(new Lifetime(each.openedAt(), over ? each.endedAt() : null));
        }

        assertThat(forecasts(asSeenAtTheLast)).isEqualTo(forecasts(requests));
    }

    private static List<Object> forecasts(List<Lifetime> requests) {
        List<Object> made = new ArrayList<>();
        Calibration.of(requests, AS_OF, past -> {
            var forecast = Forecast.of(past, Duration.ZERO).within(.85);
            made.add(forecast);
            return forecast;
        });
        return made;
    }
}
