package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.baton.metrics.ControlChart.Assurance;
import dev.baton.metrics.ControlChart.Limits;
import dev.baton.metrics.ControlChart.Signal;
import dev.baton.metrics.ControlChart.Stretch;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ControlChartTest {

    /** The series of the vignette "deviations" of NHSRplotthedots, with the limits printed there. */
    private static final List<Double> ONE_ODD = values(1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1);

    private static List<Double> values(double... values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static Stretch only(List<Double> values) {
        return ControlChart.of(values, List.of()).get(0);
    }

    private static Limits limits(Stretch stretch) {
        return Objects.requireNonNull(stretch.limits());
    }

    @Test
    void anOddValueDoesNotWidenTheLimits() {
        Limits limits = limits(only(ONE_ODD));

        assertThat(limits.mean()).isCloseTo(1.94, within(.005));
        assertThat(limits.high()).isCloseTo(4.60, within(.005));
        assertThat(limits.low()).isCloseTo(-0.72, within(.005));
    }

    @Test
    void withoutScreenTheLimitsAreThoseOfTheTables() {
        Limits limits = limits(ControlChart.unscreened(ONE_ODD, List.of()).get(0));

        assertThat(limits.mean()).isCloseTo(1.94, within(.005));
        assertThat(limits.high()).isCloseTo(6.95, within(.005));
        assertThat(limits.low()).isCloseTo(-3.06, within(.005));
    }

    @Test
    void theOddValueIsOutsideAndNothingElseIs() {
        List<Set<Signal>> signals = only(ONE_ODD).signals();

        assertThat(signals.get(4)).containsExactly(Signal.OUTSIDE);
        assertThat(signals.stream().filter(each -> each.contains(Signal.OUTSIDE)))
                .hasSize(1);
    }

    @Test
    void sevenOnOneSideAreASignalAndSixAreNot() {
        assertThat(marked(Signal.ONE_SIDE, 5, 5, 5, 5, 5, 5, 5, 0, 9, 0, 1, 0, 1, 0))
                .isEqualTo(7);
        assertThat(marked(Signal.ONE_SIDE, 5, 5, 5, 5, 5, 5, 0, 9, 0, 1, 0, 1, 0, 1))
                .isZero();
    }

    @Test
    void sevenThatRiseOrFallAreASignalAndSixAreNot() {
        assertThat(marked(Signal.TREND, 1, 2, 3, 4, 5, 6, 7, 3)).isEqualTo(7);
        assertThat(marked(Signal.TREND, 8, 7, 6, 5, 4, 3, 2, 1, 9)).isEqualTo(8);
        assertThat(marked(Signal.TREND, 1, 2, 3, 4, 5, 6, 3, 4)).isZero();
        assertThat(marked(Signal.TREND, 1, 2, 3, 3, 4, 5, 6, 7)).isZero();
    }

    /** In both series the two threes, and nothing else, are in the outer third. */
    @Test
    void twoOfThreeNearTheSameLimitAreASignal() {
        assertThat(marked(Signal.NEAR_LIMIT, 0, 1, 3, 1, 3, 1, 0, -1, -2, -1, -2, -1, -2, -1))
                .isEqualTo(2);
        assertThat(marked(Signal.NEAR_LIMIT, 0, 1, 3, 1, 0, 3, 1, 0, -1, -2, -1, -2, -1, -2))
                .isZero();
    }

    @Test
    void valuesThatNeverChangeAreNoSignal() {
        Stretch stretch = only(Collections.nCopies(30, 0.1));

        assertThat(stretch.signals()).allMatch(Set::isEmpty);
    }

    @Test
    void aChangeBeginsAStretchWithItsOwnLimits() {
        List<Stretch> stretches = ControlChart.of(values(1, 2, 1, 2, 11, 12, 11), List.of(0, 4, 7, 99, -3));

        assertThat(stretches).extracting(Stretch::from).containsExactly(0, 4);
        assertThat(limits(stretches.get(0)).mean()).isEqualTo(1.5);
        assertThat(limits(stretches.get(1)).mean()).isCloseTo(34 / 3.0, within(1e-12));
    }

    @Test
    void oneValueShowsNoVariation() {
        assertThat(only(values(3)).limits()).isNull();
        assertThat(ControlChart.of(List.of(), List.of(0))).isEmpty();
    }

    @Test
    void belowThirteenValuesTheLimitsStillMove() {
        assertThat(only(ONE_ODD.subList(0, 12)).tooFew()).isTrue();
        assertThat(only(ONE_ODD.subList(0, 13)).tooFew()).isFalse();
    }

    @Test
    void aTargetIsMetMissedOrLeftToChance() {
        Limits limits = new Limits(10, 8, 12);

        assertThat(limits.against(7, true)).isEqualTo(Assurance.MET);
        assertThat(limits.against(13, true)).isEqualTo(Assurance.MISSED);
        assertThat(limits.against(10, true)).isEqualTo(Assurance.VARIES);
        assertThat(limits.against(13, false)).isEqualTo(Assurance.MET);
        assertThat(limits.against(7, false)).isEqualTo(Assurance.MISSED);
        assertThat(limits.against(10, false)).isEqualTo(Assurance.VARIES);
    }

    @Property
    void theLimitsHoldTheMeanAndTheScreenOnlyNarrowsThem(
            @ForAll @Size(min = 2, max = 60) List<@DoubleRange(min = -1000, max = 1000) Double> values) {
        Limits screened = limits(only(values));
        Limits all = limits(ControlChart.unscreened(values, List.of()).get(0));

        assertThat(screened.mean()).isBetween(screened.low(), screened.high());
        assertThat(screened.high()).isLessThanOrEqualTo(all.high() + 1e-9);
    }

    private static long marked(Signal signal, double... values) {
        return only(values(values)).signals().stream()
                .filter(each -> each.contains(signal))
                .count();
    }
}
