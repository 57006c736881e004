package dev.baton.metrics;

import dev.baton.metrics.KaplanMeier.Observation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How much longer a request takes, judging by earlier ones that had been open at least as long; those still open count
 * for as long as they have been. Nothing is drawn by lot: the shares are those of the Kaplan–Meier curve.
 */
final class Forecast {

    private final KaplanMeier curve;
    private final double age;
    private final int cases;
    private final long over;

    private Forecast(KaplanMeier curve, double age, int cases, long over) {
        this.curve = curve;
        this.age = age;
        this.cases = cases;
        this.over = over;
    }

    /**
     * Of a request that has been open for this long.
     *
     * @param past earlier requests of its workflow, watched from their start, in seconds
     * @param age nothing for one that is just asked for
     */
    static Forecast of(List<Observation> past, Duration age) {
        double seconds = Lasting.seconds(age);
        List<Observation> longer =
                past.stream().filter(each -> each.exit() > seconds).toList();
        long over = longer.stream().filter(Observation::ended).count();
        return new Forecast(KaplanMeier.of(longer), seconds, longer.size(), over);
    }

    /** Whether fewer than five that lasted longer have ended, which is too few to say anything. */
    boolean tooFew() {
        return over < Measure.ENOUGH;
    }

    /**
     * Within how much time from now this share of such requests is over. The new request is one more beside those seen,
     * so of n cases the share is sought at share · (n + 1) / n, as for a prediction interval that assumes no
     * distribution; without that, 85 % would come true less often the fewer cases there are.
     *
     * @return nothing if there are too few, or too many still open, to say
     */
    Optional<Duration> within(double share) {
        if (tooFew()) {
            return Optional.empty();
        }
        return curve.within(share * (cases + 1) / cases).stream()
                .mapToObj(length -> Duration.ofMillis(Math.round(1000 * (length - age))))
                .findFirst();
    }
}
