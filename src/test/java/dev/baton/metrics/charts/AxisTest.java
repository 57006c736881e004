package dev.baton.metrics.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the marks of an axis stand and what is written at them. */
class AxisTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0     | 1         | 0, 1",
                "9.3   | 6         | 0, 2, 4, 6, 8, 10",
                "10    | 6         | 0, 2, 4, 6, 8, 10",
                "0.7   | 5         | 0, 0.2, 0.4, 0.6, 0.8",
                "0.03  | 4         | 0, 0.01, 0.02, 0.03",
                "41000 | 4         | 0, 20,000, 40,000, 60,000",
            })
    void numbersAreMarkedAtRoundOnes(double most, int room, String labels) {
        Scale scale = Axis.numbers("days", most).scale(room);

        assertThat(labels(scale)).isEqualTo(labels);
        assertThat(scale.from()).isZero();
        assertThat(scale.to()).isGreaterThanOrEqualTo(most);
    }

    @Test
    void countsHaveNoHalves() {
        assertThat(labels(Axis.counts("open", 2).scale(9))).isEqualTo("0, 1, 2");
    }

    @Test
    void sharesAreWrittenAsPerCent() {
        Scale all = Axis.shares("late", 1).scale(6);
        Scale few = Axis.shares("late", .13).scale(4);

        assertThat(labels(all)).isEqualTo("0 %, 20 %, 40 %, 60 %, 80 %, 100 %");
        assertThat(labels(few)).isEqualTo("0 %, 5 %, 10 %, 15 %");
        assertThat(few.to()).isEqualTo(.15);
    }

    @Test
    void numbersBelowZeroAreShownToo() {
        assertThat(labels(Axis.numbers("", -3, 4).scale(5))).isEqualTo("-4, -2, 0, 2, 4");
    }

    @Property
    void everyNumberHasItsPlaceAndNoMarkIsTooMany(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double least,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double range,
            @ForAll @IntRange(min = 2, max = 12) int room) {
        Scale scale = Axis.numbers("", least, least + range).scale(room);

        assertThat(scale.from()).isLessThanOrEqualTo(least + 1e-9 * Math.max(1, Math.abs(least)));
        assertThat(scale.to()).isGreaterThanOrEqualTo(least + range - 1e-6 * Math.max(range, Math.abs(least)));
        assertThat(scale.ticks()).hasSizeBetween(2, Math.max(3, room));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-02 | 2026-03-03 | 6 | 00:00, 06:00, 12:00, 18:00, 00:00",
                "2026-03-02 | 2026-03-07 | 6 | 2 Mar, 3 Mar, 4 Mar, 5 Mar, 6 Mar, 7 Mar",
                "2026-03-04 | 2026-04-10 | 6 | 9 Mar, 16 Mar, 23 Mar, 30 Mar, 6 Apr",
                "2025-11-20 | 2026-03-20 | 6 | Dec 2025, Jan 2026, Feb, Mar",
                "2023-02-01 | 2026-03-01 | 6 | Jul 2023, Jan 2024, Jul, Jan 2025, Jul, Jan 2026",
                "2022-02-01 | 2026-03-01 | 6 | 2023, 2024, 2025, 2026",
                "1926-01-01 | 2026-01-01 | 6 | 1940, 1960, 1980, 2000, 2020",
            })
    void timeIsMarkedWhereItsPartsBegin(String from, String to, int room, String labels) {
        assertThat(labels(time(from, to).scale(room))).isEqualTo(labels);
    }

    @Test
    void aDayBeginsAtMidnightOfTheZoneWhenClocksChangeToo() {
        Scale scale = time("2026-03-28", "2026-03-31").scale(6);

        assertThat(scale.ticks())
                .extracting(tick -> ZonedDateTime.ofInstant(Instant.ofEpochMilli((long) tick.at()), BERLIN)
                        .toString())
                .containsExactly(
                        "2026-03-28T00:00+01:00[Europe/Berlin]",
                        "2026-03-29T00:00+01:00[Europe/Berlin]",
                        "2026-03-30T00:00+02:00[Europe/Berlin]",
                        "2026-03-31T00:00+02:00[Europe/Berlin]");
    }

    private static Axis time(String from, String to) {
        return Axis.time(start(from), start(to), BERLIN);
    }

    private static Instant start(String day) {
        return LocalDate.parse(day).atStartOfDay(BERLIN).toInstant();
    }

    private static String labels(Scale scale) {
        return String.join(", ", scale.ticks().stream().map(Tick::label).toList());
    }
}
