package dev.baton.metrics;

import dev.baton.metrics.KaplanMeier.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether forecasts came true. For each past request the forecast is made again as it would have been made at its
 * opening, from what was known then, and compared with what became of it.
 *
 * @param held of the forecasts whose date has passed, those whose request was over by then. Wilson's interval takes
 *     them for independent; neighbours share their past, so it is somewhat too narrow
 * @param notDue forecasts whose date has not passed; not judged, even if the request is over, since else early
 *     successes would count and open risks would not
 * @param tooFew requests for which nothing could be said
 */
record Calibration(Measure held, int notDue, int tooFew) {

    /** A forecast looks at so many of the latest requests, so that it follows a team that changes. */
    static final int LATEST = 200;

    /** How often the forecast for this share held, by what is known at the moment. */
    static Calibration of(List<Lifetime> requests, Instant asOf, double share) {
        return of(requests, asOf, past -> Forecast.of(past, Duration.ZERO).within(share));
    }

    static Calibration of(
            List<Lifetime> requests, Instant asOf, Function<List<Observation>, Optional<Duration>> forecast) {
        List<Lifetime> inOrder = requests.stream()
                .filter(each -> each.openedAt().isBefore(asOf))
                .sorted(Comparator.comparing(Lifetime::openedAt))
                .toList();
        int held = 0;
        int judged = 0;
        int notDue = 0;
        int tooFew = 0;
        for (int place = 0; place < inOrder.size(); place++) {
            Lifetime request = inOrder.get(place);
            Optional<Instant> date = forecast.apply(known(inOrder, place)).map(request.openedAt()::plus);
            if (date.isEmpty()) {
                tooFew++;
            } else if (date.get().isAfter(asOf)) {
                notDue++;
            } else {
                judged++;
                held += request.seenAt(date.get()).ended() ? 1 : 0;
            }
        }
        return new Calibration(Measure.share(held, judged), notDue, tooFew);
    }

    private static List<Observation> known(List<Lifetime> inOrder, int place) {
        Instant then = inOrder.get(place).openedAt();
        return inOrder.subList(Math.max(0, place - LATEST), place).stream()
                .map(each -> each.seenAt(then))
                .toList();
    }
}
