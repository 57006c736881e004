package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.people.BusinessDuration;
import dev.baton.people.WorkingCalendar;
import dev.baton.shared.RequestRef;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.nineToFive(ZoneOffset.UTC);
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final Instant START = Instant.parse("2024-01-01T09:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");

    /** Two years of one to three requests a working day, lognormal in working time around four days, slowly longer. */
    private static Lifetimes team(long seed) {
        Random lots = new Random(seed);
        List<Lifetime> requests = new ArrayList<>();
        for (Instant begun : asked(lots, 3)) {
            double drift = 1 + 0.2 * Duration.between(START, begun).toDays() / 731;
            requests.add(lived(begun, after(begun, 4 * 480 * drift * Math.exp(0.6 * lots.nextGaussian())), true));
        }
        return lifetimes(requests);
    }

    /** Somebody who does one after the other, while more is asked for in the second year than can be done. */
    private static Lifetimes queue(long seed) {
        Random lots = new Random(seed);
        List<Lifetime> requests = new ArrayList<>();
        Instant free = START;
        for (Instant begun : asked(lots, 1)) {
            boolean busy = begun.isAfter(START.plus(Duration.ofDays(366)));
            if (busy || lots.nextInt(100) < 65) {
                free = after(
                        begun.isAfter(free) ? begun : free, (busy ? 600 : 480) * Math.exp(0.4 * lots.nextGaussian()));
                requests.add(lived(begun, free, true));
            }
        }
        return lifetimes(requests);
    }

    /** One to so many a working day, at moments by chance. */
    private static List<Instant> asked(Random lots, int most) {
        List<Instant> asked = new ArrayList<>();
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(731)); day = day.plusDays(1)) {
            List<Integer> minutes = new ArrayList<>();
            for (int left = CALENDAR.isWorkingDay(day) ? 1 + lots.nextInt(most) : 0; left > 0; left--) {
                minutes.add(lots.nextInt(480));
            }
            LocalDate today = day;
            minutes.stream()
                    .sorted()
                    .forEach(minute -> asked.add(today.atTime(LocalTime.of(9, 0))
                            .toInstant(ZoneOffset.UTC)
                            .plus(Duration.ofMinutes(minute))));
        }
        return asked;
    }

    private static Lifetimes lifetimes(List<Lifetime> requests) {
        long[] deliveredAt = requests.stream()
                .filter(Lifetime::delivered)
                .flatMap(each -> Optional.ofNullable(each.endedAt()).stream())
                .mapToLong(Instant::toEpochMilli)
                .sorted()
                .toArray();
        return new Lifetimes(requests, () -> deliveredAt, CALENDAR);
    }

    private static Lifetime lived(Instant begun, @Nullable Instant ended, boolean delivered) {
        return new Lifetime(RequestRef.of("TEAM-1"), null, begun, ended, delivered, false);
    }

    private static Instant after(Instant begun, double minutes) {
        return CALENDAR.plus(begun, new BusinessDuration(0, Duration.ofMinutes(Math.round(minutes))));
    }

    @Test
    void eightyFivePercentAreAboutEightyFivePercent() {
        for (long seed = 1; seed <= 5; seed++) {
            Calibration calibration = Calibration.of(team(seed), AS_OF, .85);

            assertThat(calibration.held().denominator()).isGreaterThan(900);
            assertThat(calibration.held().value()).isBetween(.80, .90);
        }
    }

    /** More and more wait: the lengths of earlier ones, which had fewer before them, say far too little. */
    @Test
    void aQueueThatGrowsIsForeseenByWhatIsDeliveredADay() {
        long held = 0;
        long judged = 0;
        for (long seed = 1; seed <= 5; seed++) {
            Lifetimes queue = queue(seed);
            Measure counted = Calibration.of(queue, AS_OF, .85).held();
            held += counted.numerator();
            judged += counted.denominator();
            assertThat(Calibration.of(queue, AS_OF, .85, (known, begun, ahead, share) -> known.alone(0, share))
                            .held()
                            .value())
                    .isLessThan(.50);
        }

        assertThat(judged).isGreaterThan(1_500);
        assertThat((double) held / judged).isBetween(.80, .90);
    }

    @Test
    void aForecastThatPromisesHalfTheTimeShowsAsTooOptimistic() {
        Calibration calibration = Calibration.of(
                team(1),
                AS_OF,
                .85,
                (known, begun, ahead, share) -> known.by(0, ahead, share)
                        .map(date -> date.minusDays(
                                ChronoUnit.DAYS.between(LocalDate.ofInstant(begun, ZoneOffset.UTC), date) / 2)));

        assertThat(Objects.requireNonNull(calibration.held().high())).isLessThan(.80);
    }

    @Test
    void aForecastThatPromisesTwiceTheTimeShowsAsTooCautious() {
        Calibration calibration = Calibration.of(
                team(1),
                AS_OF,
                .85,
                (known, begun, ahead, share) -> known.by(0, ahead, share)
                        .map(date -> date.plusDays(
                                ChronoUnit.DAYS.between(LocalDate.ofInstant(begun, ZoneOffset.UTC), date))));

        assertThat(Objects.requireNonNull(calibration.held().low())).isGreaterThan(.90);
    }

    @Test
    void whatIsOpenAfterItsDateIsAMissAndWhatIsNotDueOrClosedIsNotJudged() {
        Instant start = Instant.parse("2025-12-01T10:00:00Z");
        Lifetimes requests = lifetimes(List.of(
                lived(start, null, false),
                lived(start.plusSeconds(1), start.plus(Duration.ofDays(1)), true),
                lived(start.plusSeconds(2), start.plus(Duration.ofDays(1)), false),
                lived(start.plusSeconds(3), start.plus(Duration.ofDays(9)), false),
                lived(AS_OF.minusSeconds(9), AS_OF.minusSeconds(3), true),
                lived(AS_OF.minusSeconds(8), null, false)));

        Calibration calibration = Calibration.of(
                requests,
                AS_OF,
                .85,
                (known, begun, ahead, share) ->
                        Optional.of(LocalDate.ofInstant(begun, ZoneOffset.UTC).plusDays(3)));

        assertThat(calibration.held().numerator()).isEqualTo(1);
        assertThat(calibration.held().denominator()).isEqualTo(3);
        assertThat(calibration.closed()).isEqualTo(1);
        assertThat(calibration.notDue()).isEqualTo(2);
    }

    @Test
    void nothingIsKnownOfWhatHappensAfterTheBeginning() {
        Lifetimes all = team(1);
        Instant last = all.get(59).begunAt();
        List<Lifetime> sixty = new ArrayList<>();
        List<Lifetime> asSeenAtTheLast = new ArrayList<>();
        for (int place = 0; place < 60; place++) {
            Lifetime each = all.get(place);
            sixty.add(each);
            asSeenAtTheLast.add(each.deliveredBy(last) ? each : lived(each.begunAt(), null, false));
        }

        assertThat(forecasts(asSeenAtTheLast)).isEqualTo(forecasts(sixty)).anyMatch(Optional::isPresent);
    }

    private static List<Optional<LocalDate>> forecasts(List<Lifetime> requests) {
        List<Optional<LocalDate>> made = new ArrayList<>();
        Calibration.of(lifetimes(requests), AS_OF, .85, (known, begun, ahead, share) -> {
            var forecast = known.by(0, ahead, share);
            made.add(forecast);
            return forecast;
        });
        return made;
    }
}
