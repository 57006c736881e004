package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final double[] HUNDRED_AND_ONE =
            IntStream.rangeClosed(0, 100).mapToDouble(each -> each).toArray();

    @Test
    void fewerThanEightSayNothing() {
        assertThat(Bootstrap.range(new double[] {1, 2, 3, 4, 5, 6, 7}, .5)).isNull();
        assertThat(Bootstrap.range(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, .5)).isNotNull();
    }

    /** What 20,000 resamples say, to one of the hundred and one. */
    @Test
    void theRangeIsThatOfDrawingAgainAndAgain() {
        SplittableRandom lots = new SplittableRandom(1979);
        for (double share : new double[] {.5, .85, .95}) {
            double[] drawn = new double[20_000];
            Arrays.setAll(drawn, each -> Lasting.quantile(again(lots), share));
            Arrays.sort(drawn);

            Lasting.Range range = Objects.requireNonNull(Bootstrap.range(HUNDRED_AND_ONE, share));

            assertThat(range.low()).isCloseTo(Lasting.quantile(drawn, .025), within(1.0));
            assertThat(range.high()).isCloseTo(Lasting.quantile(drawn, .975), within(1.0));
        }
    }

    private static double[] again(SplittableRandom lots) {
        return lots.ints(HUNDRED_AND_ONE.length, 0, HUNDRED_AND_ONE.length)
                .mapToDouble(place -> HUNDRED_AND_ONE[place])
                .sorted()
                .toArray();
    }
}
