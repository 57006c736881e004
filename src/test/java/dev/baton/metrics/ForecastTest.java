package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.baton.metrics.KaplanMeier.Observation;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static List<Observation> ended(int... seconds) {
        return IntStream.of(seconds)
                .mapToObj(each -> Observation.fromStart(each, true))
                .toList();
    }

    private static List<Observation> oneTo(int last) {
        return ended(IntStream.rangeClosed(1, last).toArray());
    }

    @Test
    void fourPastRequestsAreTooFewToSay() {
        assertThat(Forecast.of(oneTo(4)).tooFew(0)).isTrue();
        assertThat(Forecast.of(oneTo(4)).within(0, .5)).isEmpty();
        assertThat(Forecast.of(oneTo(5)).within(0, .5)).hasValue(3);
    }

    /** The new one may be the longest of all; with five before it, it is in one of six cases. */
    @Test
    void fiveAreTooFewForEightyFivePercentAndSixAreNot() {
        assertThat(Forecast.of(oneTo(5)).within(0, .85)).isEmpty();
        assertThat(Forecast.of(oneTo(6)).within(0, .85).orElseThrow()).isCloseTo(5.95, offset(1e-9));
    }

    @Test
    void anOldRequestIsComparedWithThoseThatLastedAsLong() {
        assertThat(Forecast.of(oneTo(20)).within(10.5, .5)).hasValue(5);
        assertThat(Forecast.of(oneTo(20)).cases(16)).isEqualTo(5);
        assertThat(Forecast.of(oneTo(20)).tooFew(16.5)).isTrue();
    }

    @Test
    void theSameIsSaidAsIfOnlyThoseThatLastedAsLongWereKnown() {
        List<Observation> past = IntStream.rangeClosed(1, 40)
                .mapToObj(each -> Observation.fromStart(each, each % 3 > 0))
                .toList();
        List<Observation> longer =
                past.stream().filter(each -> each.exit() > 12.5).toList();

        assertThat(Forecast.of(past).within(12.5, .5).orElseThrow())
                .isCloseTo(Forecast.of(longer).within(0, .5).orElseThrow() - 12.5, offset(1e-9));
    }

    @Test
    void whatIsStillOpenMakesItLaterOrUnknown() {
        List<Observation> half = IntStream.rangeClosed(1, 20)
                .mapToObj(each -> Observation.fromStart(each, each <= 10))
                .toList();

        assertThat(Forecast.of(half).within(0, .45).orElseThrow()).isCloseTo(9.45, offset(1e-9));
        assertThat(Forecast.of(half).within(0, .85)).isEmpty();
    }

    @Property
    void aLargerShareIsNeverEarlierAndNoneIsBeforeNow(
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 99) Integer> lengths,
            @ForAll @IntRange(max = 99) int age) {
        Forecast forecast =
                Forecast.of(ended(lengths.stream().mapToInt(each -> each).toArray()));

        double half = forecast.within(age, .5).orElse(1000);
        assertThat(half).isNotNegative();
        assertThat(forecast.within(age, .85).orElse(1000)).isGreaterThanOrEqualTo(half);
    }
}
