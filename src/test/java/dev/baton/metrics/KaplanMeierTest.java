package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.baton.metrics.KaplanMeier.Observation;
import dev.baton.metrics.KaplanMeier.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The numbers of R's survival package, as its users and the tests of lifelines quote them. */
class KaplanMeierTest {

    /** Grade 3 glioma, treated and control (data set glioma of R's coin package). */
    private static final List<Observation> TREATED =
            watched(new int[] {53, 25}, new int[] {28, 69, 58, 54, 51, 61, 57, 57, 50});

    private static final List<Observation> CONTROL = watched(new int[] {34, 32, 9, 19}, new int[] {50, 48});

    private static List<Observation> watched(int[] ended, int[] open) {
        return IntStream.concat(Arrays.stream(ended), Arrays.stream(open).map(each -> -each))
                .mapToObj(each -> Observation.fromStart(Math.abs(each), each > 0))
                .toList();
    }

    @Test
    void theShareStillOpenIsTheOneRGives() {
        KaplanMeier curve = KaplanMeier.of(TREATED);

        assertThat(curve.open(24)).isEqualTo(1);
        assertThat(curve.open(25)).isCloseTo(.909, within(.0005));
        assertThat(curve.open(53)).isCloseTo(.779, within(.0005));
        assertThat(KaplanMeier.of(CONTROL).steps().stream().map(Step::open))
                .usingElementComparator((one, other) -> Math.abs(one - other) < .0005 ? 0 : 1)
                .containsExactly(.833, .667, .5, .333);
    }

    @Test
    void theIntervalIsTheOneRGives() {
        assertThat(KaplanMeier.of(CONTROL).steps().stream().map(Step::low))
                .usingElementComparator((one, other) -> Math.abs(one - other) < .00005 ? 0 : 1)
                .containsExactly(.2731, .1946, .1109, .0461);
    }

    @Property
    void withoutItsStepsItGivesTheSameTimes(
            @ForAll List<@IntRange(min = 1, max = 30) Integer> ended,
            @ForAll List<@IntRange(min = 1, max = 30) Integer> open) {
        KaplanMeier curve = KaplanMeier.of(Stream.concat(
                        ended.stream().map(each -> Observation.fromStart(each, true)),
                        open.stream().map(each -> Observation.fromStart(each, false)))
                .toList());
        double[] over = ended.stream().mapToDouble(each -> each).sorted().toArray();
        double[] going = open.stream().mapToDouble(each -> each).sorted().toArray();

        double[] shares = {.5, .85, .95};
        List<KaplanMeier.Quantile> quantiles = KaplanMeier.within(over, going, shares);
        for (int i = 0; i < shares.length; i++) {
            assertThat(quantiles.get(i))
                    .isEqualTo(new KaplanMeier.Quantile(
                            orNull(curve.within(shares[i])),
                            orNull(curve.withinAtLeast(shares[i])),
                            orNull(curve.withinAtMost(shares[i]))));
        }
    }

    @Test
    void whenExactlyHalfAreOverThatIsTheMedian() {
        assertThat(KaplanMeier.of(CONTROL).within(.5)).hasValue(32);
    }

    @Test
    void whatTooFewHaveReachedNobodyCanSay() {
        assertThat(KaplanMeier.of(TREATED).within(.5)).isEmpty();
        assertThat(KaplanMeier.of(List.of()).within(.5)).isEmpty();
    }

    /** Lower bounds .2731, .1946: the band comes to a half at the first end, and its upper bound never does. */
    @Test
    void aQuantileIsAsSureAsTheCurve() {
        KaplanMeier curve = KaplanMeier.of(CONTROL);

        assertThat(curve.withinAtLeast(.5)).hasValue(9);
        assertThat(curve.withinAtMost(.5)).isEmpty();
    }

    /** Cole and Hudgens 2010, survival analysis in infectious disease research, with the entries of their table. */
    @Test
    void aLateEntryCountsFromWhenItWasSeen() throws IOException {
        List<Observation> cohort =
                Files.readAllLines(Path.of("src/test/resources/metrics/cole-hudgens-2010.csv")).stream()
                        .skip(1)
                        .map(line -> line.split(","))
                        .map(row -> new Observation(
                                Double.parseDouble(row[0]), Double.parseDouble(row[1]), row[2].equals("1")))
                        .toList();

        KaplanMeier curve = KaplanMeier.of(cohort);

        assertThat(curve.steps()).hasSize(26);
        assertThat(atRisk(curve, .269)).isEqualTo(42);
        assertThat(atRisk(curve, .791)).isEqualTo(44);
        assertThat(atRisk(curve, 4.688)).isEqualTo(11);
        assertThat(curve.open(.791)).isCloseTo(0.9540043290043292, within(1e-15));
        assertThat(curve.within(.5).orElseThrow()).isCloseTo(3, within(.1));
    }

    private static int atRisk(KaplanMeier curve, double time) {
        return curve.steps().stream()
                .filter(step -> step.time() == time)
                .mapToInt(Step::atRisk)
                .findFirst()
                .orElseThrow();
    }

    @Property
    void theCurveIsTheProductOfItsDefinition(@ForAll("observations") List<Observation> all) {
        KaplanMeier curve = KaplanMeier.of(all);
        for (double time = 0; time <= 21; time++) {
            assertThat(curve.open(time)).isCloseTo(byDefinition(all, time), within(1e-12));
        }
    }

    @Property
    void withNothingOpenTheQuantileIsOneOfTheLengths(@ForAll("observations") List<Observation> all) {
        List<Observation> over = all.stream()
                .map(each -> Observation.fromStart(each.exit(), true))
                .toList();
        double[] sorted = over.stream().mapToDouble(Observation::exit).sorted().toArray();
        if (sorted.length > 0) {
            assertThat(KaplanMeier.of(over).within(.5)).hasValue(sorted[(sorted.length + 1) / 2 - 1]);
        }
    }

    @Property
    void aQuantileLiesInItsRange(@ForAll("observations") List<Observation> all) {
        KaplanMeier curve = KaplanMeier.of(all);
        for (double share : new double[] {.5, .85, .95}) {
            double quantile = curve.within(share).orElse(Double.POSITIVE_INFINITY);
            assertThat(curve.withinAtLeast(share).orElse(Double.POSITIVE_INFINITY))
                    .isLessThanOrEqualTo(quantile);
            assertThat(curve.withinAtMost(share).orElse(Double.POSITIVE_INFINITY))
                    .isGreaterThanOrEqualTo(quantile);
        }
    }

    @Property
    void whatIsStillOpenNeverShortensTheMedian(@ForAll("observations") List<Observation> all) {
        List<Observation> ended = all.stream().filter(Observation::ended).toList();
        double withOpen = KaplanMeier.of(all).within(.5).orElse(Double.POSITIVE_INFINITY);
        double without = KaplanMeier.of(ended).within(.5).orElse(Double.POSITIVE_INFINITY);
        if (!ended.isEmpty()) {
            assertThat(withOpen).isGreaterThanOrEqualTo(without);
        }
    }

    @Provide
    Arbitrary<List<Observation>> observations() {
        Arbitrary<Integer> times = Arbitraries.integers().between(0, 20);
        return Combinators.combine(times, Arbitraries.of(true, false))
                .as((exit, ended) -> Observation.fromStart(exit, ended))
                .list()
                .ofMaxSize(30);
    }

    private static double byDefinition(List<Observation> all, double time) {
        return all.stream()
                .filter(Observation::ended)
                .mapToDouble(Observation::exit)
                .filter(end -> end <= time)
                .distinct()
                .map(end -> 1
                        - (double) all.stream()
                                        .filter(each -> each.ended() && each.exit() == end)
                                        .count()
                                / all.stream()
                                        .filter(each -> each.exit() >= end)
                                        .count())
                .reduce(1, (one, other) -> one * other);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
