package dev.baton.metrics;

import dev.baton.metrics.Calibration.Fate;
import dev.baton.requests.DeliveryForecast;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts that were made again for past requests as they would have been made when work on them began, and how often they
 * came true.
 *
 * @param asOf by what was known at this moment
 * @param asked how many requests that is; the latest ones
 * @param more whether there are earlier ones that are not in it
 * @param byShare how often the forecast for each share held, least first
 * @param byQuarter how often the {@link DeliveryForecast#SHARE} held, by workflow and the quarter in which work began
 * @param made all of them, those of one workflow after each other, in the order in which work began
 */
public record Trials(
        Instant asOf, int asked, boolean more, Map<Double, Calibration> byShare, List<Row> byQuarter, List<Made> made) {

    /** More are not needed to tell 80 % from 90 %, and take too long. */
    static final int MOST = 2_000;

    private static final List<Double> SHARES = List.of(.5, .7, DeliveryForecast.SHARE, .95);

    /**
     * The requests of one workflow on which work began within one quarter.
     *
     * @param workflow its key
     * @param quarter such as {@code 2026-Q1}
     */
    public record Row(String workflow, String quarter, Calibration calibration) {}

    /**
     * A forecast for {@link DeliveryForecast#SHARE} that was made again.
     *
     * @param by null where nothing could be said
     * @param endedAt when the request was delivered or closed; null while it was open
     * @param madeUp whether it is example data
     */
    public record Made(
            RequestRef request,
            String workflow,
            String quarter,
            Instant begunAt,
            @Nullable Instant by,
            @Nullable Instant endedAt,
            Fate fate,
            boolean madeUp) {}

    /** One request and what became of the forecasts for each share. */
    private record Trial(Made made, List<Fate> fates) {

        Fate fate(double share) {
            return fates.get(SHARES.indexOf(share));
        }
    }

    static Trials of(Map<String, Lifetimes> workflows, Scope scope, Instant asOf, ZoneId zone) {
        List<Trial> trials = new ArrayList<>();
        boolean more = false;
        int each = workflows.isEmpty() ? 0 : Math.max(1, MOST / workflows.size());
        for (Map.Entry<String, Lifetimes> workflow : workflows.entrySet()) {
            Lifetimes requests = workflow.getValue();
            int[] places = IntStream.range(0, requests.size())
                    .filter(place ->
                            scope.has(workflow.getKey(), requests.get(place).campaign()))
                    .toArray();
            int first = Math.max(0, places.length - each);
            more |= first > 0;
            for (int number = first; number < places.length; number++) {
                trials.add(trial(workflow.getKey(), requests, places[number], asOf, zone));
            }
        }
        return new Trials(
                asOf,
                trials.size(),
                more,
                byShare(trials),
                byQuarter(trials),
                trials.stream().map(Trial::made).toList());
    }

    private static Trial trial(String workflow, Lifetimes requests, int place, Instant asOf, ZoneId zone) {
        Lifetime request = requests.get(place);
        Experience known = requests.before(place, request.begunAt());
        List<Optional<Instant>> dates = SHARES.stream()
                .map(share -> known.by(0, requests.ahead(place), share).map(known::endOf))
                .toList();
        List<Fate> fates = dates.stream()
                .map(date -> Calibration.fate(request, date, asOf))
                .toList();
        int shown = SHARES.indexOf(DeliveryForecast.SHARE);
        return new Trial(
                new Made(
                        request.ref(),
                        workflow,
                        quarter(request.begunAt(), zone),
                        request.begunAt(),
                        dates.get(shown).orElse(null),
                        request.endedAt(),
                        fates.get(shown),
                        request.madeUp()),
                fates);
    }

    private static Map<Double, Calibration> byShare(List<Trial> trials) {
        Map<Double, Calibration> calibrations = new LinkedHashMap<>();
        SHARES.forEach(share -> calibrations.put(
                share,
                Calibration.of(trials.stream().map(trial -> trial.fate(share)).toList())));
        return calibrations;
    }

    private static List<Row> byQuarter(List<Trial> trials) {
        Map<String, Map<String, List<Fate>>> groups = trials.stream()
                .map(Trial::made)
                .collect(Collectors.groupingBy(
                        Made::workflow,
                        TreeMap::new,
                        Collectors.groupingBy(
                                Made::quarter,
                                () -> new TreeMap<>(Comparator.reverseOrder()),
                                Collectors.mapping(Made::fate, Collectors.toList()))));
        List<Row> rows = new ArrayList<>();
        groups.forEach((workflow, quarters) ->
                quarters.forEach((name, fates) -> rows.add(new Row(workflow, name, Calibration.of(fates)))));
        return rows;
    }

    private static String quarter(Instant moment, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(moment, zone);
        return day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
    }
}
