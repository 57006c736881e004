package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MeasureTest {

    @Test
    void eightOfTenMayWellBeHalf() {
        Measure share = Measure.share(8, 10);

        assertThat(share.value()).isEqualTo(.8);
        assertThat(share.lowPercent()).isEqualTo(49);
        assertThat(share.highPercent()).isEqualTo(94);
    }

    @Test
    void twelveOfTwelveAreNotCertainty() {
        Measure share = Measure.share(12, 12);

        assertThat(share.lowPercent()).isEqualTo(76);
        assertThat(share.highPercent()).isEqualTo(100);
    }

    @Test
    void nothingToDivideByIsNoNumber() {
        assertThat(Measure.share(0, 0)).isEqualTo(new Measure(null, 0, 0, null, null, true));
        assertThat(Measure.perUnit(100, 3, 0).isKnown()).isFalse();
    }

    @Test
    void underFiveCasesAreTooFewToSay() {
        assertThat(Measure.share(4, 4).tooFew()).isTrue();
        assertThat(Measure.share(5, 5).tooFew()).isFalse();
    }

    /** Garwood's limits for a count of 10: 4.795 and 18.39; for none: 0 and 3.689. */
    @Test
    void aCountHasTheExactPoissonInterval() {
        Measure ten = Measure.perUnit(100, 10, 100);
        Measure none = Measure.perUnit(1, 0, 1);

        assertThat(ten.value()).isEqualTo(10);
        assertThat(ten.low()).isCloseTo(4.795, within(.001));
        assertThat(ten.high()).isCloseTo(18.390, within(.001));
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(3.689, within(.001));
    }

    /** The bounds of Wilson are where the observed share lies just 1.96 standard errors of the bound away. */
    @Property
    void theBoundsSolveWilsonsEquation(@ForAll @IntRange(max = 500) int n, @ForAll @IntRange(max = 500) int k) {
        int cases = Math.max(1, Math.max(n, k));
        int hits = Math.min(n, k);
        Measure share = Measure.share(hits, cases);

        for (double bound : new double[] {share.low(), share.high()}) {
            double away = (double) hits / cases - bound;
            double error = 1.959963984540054;
            assertThat(away * away).isCloseTo(error * error * bound * (1 - bound) / cases, within(1e-12));
        }
        assertThat(share.low()).isBetween(0.0, share.value() + 1e-12);
        assertThat(share.high()).isBetween(share.value() - 1e-12, 1.0);
    }

    @Test
    void quantilesOfTheFinishedOnesLieBetweenThem() {
        assertThat(Lasting.quantile(new double[] {1, 2, 3, 4}, .5)).isEqualTo(2.5);
        assertThat(Lasting.quantile(new double[] {7}, .95)).isEqualTo(7);
    }
}
