package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.metrics.KaplanMeier.Observation;
import java.time.Duration;
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
        assertThat(Forecast.of(oneTo(4), Duration.ZERO).tooFew()).isTrue();
        assertThat(Forecast.of(oneTo(4), Duration.ZERO).within(.5)).isEmpty();
        assertThat(Forecast.of(oneTo(5), Duration.ZERO).within(.5)).hasValue(Duration.ofSeconds(3));
    }

    /** The new one may be the longest of all; with five before it, it is in one of six cases. */
    @Test
    void fiveAreTooFewForEightyFivePercentAndSixAreNot() {
        assertThat(Forecast.of(oneTo(5), Duration.ZERO).within(.85)).isEmpty();
        assertThat(Forecast.of(oneTo(6), Duration.ZERO).within(.85)).hasValue(Duration.ofSeconds(6));
    }

    @Test
    void anOldRequestIsComparedWithThoseThatLastedLonger() {
        Forecast forecast = Forecast.of(oneTo(20), Duration.ofSeconds(10));

        assertThat(forecast.within(.5)).hasValue(Duration.ofSeconds(6));
        assertThat(Forecast.of(oneTo(20), Duration.ofSeconds(16)).tooFew()).isTrue();
    }

    @Test
    void whatIsStillOpenMakesItLaterOrUnknown() {
        List<Observation> half = IntStream.rangeClosed(1, 20)
                .mapToObj(each -> Observation.fromStart(each, each <= 10))
                .toList();

        assertThat(Forecast.of(half, Duration.ZERO).within(.45)).hasValue(Duration.ofSeconds(10));
        assertThat(Forecast.of(half, Duration.ZERO).within(.85)).isEmpty();
    }

    @Property
    void aLargerShareIsNeverEarlierAndNoneIsBeforeNow(
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 99) Integer> lengths,
            @ForAll @IntRange(max = 99) int age) {
        Forecast forecast =
                Forecast.of(ended(lengths.stream().mapToInt(each -> each).toArray()), Duration.ofSeconds(age));
        Duration unknown = Duration.ofDays(1);

        Duration half = forecast.within(.5).orElse(unknown);
        assertThat(half).isPositive();
        assertThat(forecast.within(.85).orElse(unknown)).isGreaterThanOrEqualTo(half);
    }
}
