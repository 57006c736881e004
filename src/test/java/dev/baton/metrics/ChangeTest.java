package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {

    /** The examples of Newcombe (1998), table II: some of his intervals by method 10 hold zero. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, MORE",
        "48, 80, 56, 70, LESS",
        "9, 10, 3, 10, MORE",
        "6, 7, 2, 7, MORE",
        "5, 56, 0, 29, MAYBE_CHANCE",
        "0, 10, 0, 20, MAYBE_CHANCE",
        "0, 10, 0, 10, MAYBE_CHANCE",
        "10, 10, 0, 20, MORE",
        "10, 10, 0, 10, MORE",
        "0, 0, 5, 9, UNKNOWN"
    })
    void twoSharesDifferWhereTheIntervalOfTheirDifferenceDoesNotHoldZero(
            long now, long ofNow, long before, long ofBefore, Change change) {
        assertThat(Change.between(Measure.share(now, ofNow), Measure.share(before, ofBefore)))
                .isEqualTo(change);
    }

    @ParameterizedTest
    @CsvSource({"10, 11, MAYBE_CHANCE", "10, 200, LESS", "200, 10, MORE"})
    void twoMiddlesDifferWhereTheirRangesAreFarApart(double now, double before, Change change) {
        assertThat(Change.between(lasting(now), lasting(before))).isEqualTo(change);
    }

    /** Twenty lengths around this one, from half of it to one and a half times. */
    private static Lasting.Estimated lasting(double around) {
        Durations durations = new Durations();
        for (int i = 0; i < 20; i++) {
            durations.add(around * (0.5 + i / 19.0), true);
        }
        return Lasting.of(durations).estimated();
    }
}
