package dev.baton.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Whether forecasts came true. For each past request the forecast is made again as it would have been made when work on it
 * began, from what was known then, and compared with what became of it.
 *
 * @param held of the forecasts whose date has passed, those whose request was delivered by then. Wilson's interval takes
 *     them for independent; neighbours share their past, so it is somewhat too narrow
 * @param notDue forecasts whose date has not passed; not judged, even if the request is delivered, since else early
 *     successes would count and open risks would not
 * @param closed requests that were closed without delivery before their date, which says nothing of it
 * @param tooFew requests for which nothing could be said
 */
public record Calibration(Measure held, int notDue, int closed, int tooFew) {

    /** What became of one forecast. */
    public enum Fate {
        HELD,
        MISSED,
        NOT_DUE,
        CLOSED,
        TOO_FEW
    }

    /** Makes a forecast for a request that has just begun. */
    interface Method {

        Optional<LocalDate> by(Experience known, Instant begunAt, int ahead, double share);
    }

    /** How often the forecasts of all of them for this share held, by what is known at the moment. */
    static Calibration of(Lifetimes requests, Instant asOf, double share) {
        return of(requests, asOf, share, (known, begunAt, ahead, wanted) -> known.by(0, ahead, wanted));
    }

    static Calibration of(Lifetimes requests, Instant asOf, double share, Method method) {
        List<Fate> fates = new ArrayList<>();
        for (int place = 0; place < requests.size(); place++) {
            Lifetime request = requests.get(place);
            if (request.begunAt().isBefore(asOf)) {
                Experience known = requests.before(place, request.begunAt());
                Optional<LocalDate> date = method.by(known, request.begunAt(), requests.ahead(place), share);
                fates.add(fate(request, date.map(known::endOf), asOf));
            }
        }
        return of(fates);
    }

    static Calibration of(Collection<Fate> fates) {
        int held = Collections.frequency(fates, Fate.HELD);
        return new Calibration(
                Measure.share(held, held + Collections.frequency(fates, Fate.MISSED)),
                Collections.frequency(fates, Fate.NOT_DUE),
                Collections.frequency(fates, Fate.CLOSED),
                Collections.frequency(fates, Fate.TOO_FEW));
    }

    static Fate fate(Lifetime request, Optional<Instant> forecast, Instant asOf) {
        if (forecast.isEmpty()) {
            return Fate.TOO_FEW;
        }
        Instant date = forecast.get();
        if (request.closedBy(date.isBefore(asOf) ? date : asOf)) {
            return Fate.CLOSED;
        }
        if (date.isAfter(asOf)) {
            return Fate.NOT_DUE;
        }
        return request.deliveredBy(date) ? Fate.HELD : Fate.MISSED;
    }
}
