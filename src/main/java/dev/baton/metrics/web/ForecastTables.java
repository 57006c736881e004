package dev.baton.metrics.web;

import dev.baton.metrics.Calibration;
import dev.baton.metrics.OpenRequest;
import dev.baton.metrics.Question;
import dev.baton.metrics.RequestFact;
import dev.baton.metrics.Trials;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.people.Moments;
import dev.baton.requests.DeliveryForecast;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down forecasts and what became of them. */
@Component
class ForecastTables {

    private static final int LINES = 100;
    private static final String WITHOUT_BRIEF = "brief";

    private static final List<String> OPEN = List.of(
            "metrics.rows.request",
            "metrics.csv.title",
            "metrics.csv.example",
            "metrics.open.workflow",
            "metrics.forecasts.promised",
            "metrics.forecasts.likely",
            "metrics.forecasts.at-risk",
            "metrics.forecasts.from",
            "metrics.forecasts.cases",
            "metrics.forecasts.others",
            "metrics.forecasts.held-up");

    private static final List<String> QUARTERS = List.of(
            "metrics.open.workflow",
            "metrics.forecasts.quarter",
            "metrics.forecasts.came-true",
            "metrics.csv.denominator",
            "metrics.csv.low",
            "metrics.csv.high",
            "metrics.forecasts.not-due",
            "metrics.forecasts.closed",
            "metrics.forecasts.few");

    private static final List<String> MADE = List.of(
            "metrics.rows.request",
            "metrics.csv.example",
            "metrics.open.workflow",
            "metrics.forecasts.quarter",
            "metrics.forecasts.begun",
            "metrics.forecasts.likely",
            "metrics.column.ended",
            "metrics.forecasts.fate");

    private final Workflows workflows;
    private final Moments moments;

    ForecastTables(Workflows workflows, Moments moments) {
        this.workflows = workflows;
        this.moments = moments;
    }

    /**
     * Open requests and their forecasts.
     *
     * @param all how many are open
     * @param dated of how many a date can be said
     * @param atRisk how many are promised earlier than that
     * @param lines the most urgent of them, those at risk first
     */
    record Open(int all, long dated, long atRisk, List<Line> lines) {

        /** How many no line tells of. */
        public int more() {
            return all - lines.size();
        }
    }

    /**
     * @param promised the day; null where nothing is promised
     * @param likely the day by which 85 % of such requests are delivered; null where nothing can be said
     * @param ground a word that says what that stands on, or why nothing can be said
     * @param others the requests it waits for
     */
    record Line(
            RequestFact request,
            String workflow,
            @Nullable String promised,
            @Nullable String likely,
            boolean atRisk,
            String ground,
            String others,
            int cases,
            boolean heldUp) {}

    /** How often the forecasts of one workflow and quarter came true. */
    record Quarter(String key, String workflow, String quarter, Calibration calibration) {}

    /**
     * Forecasts that were made again.
     *
     * @param all how many there are
     * @param lines the latest of them
     */
    record Made(int all, List<MadeLine> lines) {

        /** How many no line tells of. */
        public int more() {
            return all - lines.size();
        }
    }

    record MadeLine(
            RequestRef ref,
            String workflow,
            String begun,
            @Nullable String likely,
            @Nullable String ended,
            String fate) {}

    Open open(List<OpenRequest> open, Map<RequestRef, DeliveryForecast> forecasts, Question question) {
        List<OpenRequest> inOrder = new ArrayList<>(open);
        inOrder.sort(Comparator.comparing(each -> !atRisk(each, forecasts)));
        return new Open(
                open.size(),
                open.stream()
                        .flatMap(each ->
                                Stream.ofNullable(forecasts.get(each.request().ref())))
                        .filter(forecast -> forecast.by() != null)
                        .count(),
                open.stream().filter(each -> atRisk(each, forecasts)).count(),
                inOrder.stream()
                        .limit(LINES)
                        .map(each -> line(
                                each.request(), forecasts.get(each.request().ref()), question))
                        .toList());
    }

    static boolean atRisk(OpenRequest open, Map<RequestRef, DeliveryForecast> forecasts) {
        DeliveryForecast forecast = forecasts.get(open.request().ref());
        return forecast != null && forecast.endangers(open.request().promised().orElse(null));
    }

    private Line line(RequestFact request, @Nullable DeliveryForecast forecast, Question question) {
        String promised = day(request.promised().orElse(null), question);
        String workflow = name(request.workflow());
        if (forecast == null) {
            return new Line(request, workflow, promised, null, false, WITHOUT_BRIEF, "", 0, false);
        }
        return new Line(
                request,
                workflow,
                promised,
                day(forecast.by(), question),
                forecast.endangers(request.promised().orElse(null)),
                forecast.ground().word(),
                others(forecast),
                forecast.cases(),
                forecast.heldUp());
    }

    /** How many made-up requests are in these numbers. */
    long examples(List<OpenRequest> open, Trials trials) {
        return Stream.concat(
                        open.stream()
                                .map(OpenRequest::request)
                                .filter(RequestFact::madeUp)
                                .map(RequestFact::ref),
                        trials.made().stream().filter(Trials.Made::madeUp).map(Trials.Made::request))
                .distinct()
                .count();
    }

    List<Quarter> quarters(Trials trials) {
        return trials.byQuarter().stream()
                .map(row -> new Quarter(
                        row.workflow(), name(row.workflow()), row.quarter().replace("-", " "), row.calibration()))
                .toList();
    }

    Made made(List<Trials.Made> all, @Nullable String workflow, @Nullable String quarter, Question question) {
        List<Trials.Made> wanted = all.stream()
                .filter(each -> workflow == null || each.workflow().equals(workflow))
                .filter(each -> quarter == null || each.quarter().equals(quarter))
                .sorted(Comparator.comparing(Trials.Made::begunAt).reversed())
                .toList();
        return new Made(
                wanted.size(),
                wanted.stream().limit(LINES).map(each -> line(each, question)).toList());
    }

    private MadeLine line(Trials.Made made, Question question) {
        return new MadeLine(
                made.request(),
                name(made.workflow()),
                moments.date(made.begunAt(), question.zone()),
                date(made.by(), question),
                date(made.endedAt(), question),
                word(made));
    }

    CsvTable openFile(List<OpenRequest> open, Map<RequestRef, DeliveryForecast> forecasts) {
        return CsvTable.of("forecasts", OPEN, open, each -> {
            RequestFact request = each.request();
            DeliveryForecast forecast = forecasts.get(request.ref());
            return CsvTable.row(
                    request.ref(),
                    request.title(),
                    request.madeUp(),
                    request.workflow(),
                    request.promised().orElse(null),
                    forecast == null ? null : forecast.by(),
                    atRisk(each, forecasts),
                    forecast == null ? WITHOUT_BRIEF : forecast.ground().word(),
                    forecast == null ? 0 : forecast.cases(),
                    forecast == null ? "" : others(forecast),
                    forecast != null && forecast.heldUp());
        });
    }

    CsvTable quartersFile(Trials trials) {
        return CsvTable.of("calibration", QUARTERS, trials.byQuarter(), each -> {
            Calibration calibration = each.calibration();
            return CsvTable.row(
                    each.workflow(),
                    each.quarter(),
                    calibration.held().numerator(),
                    calibration.held().denominator(),
                    calibration.held().low(),
                    calibration.held().high(),
                    calibration.notDue(),
                    calibration.closed(),
                    calibration.tooFew());
        });
    }

    CsvTable madeFile(Trials trials) {
        return CsvTable.of(
                "forecasts-made",
                MADE,
                trials.made(),
                each -> CsvTable.row(
                        each.request(),
                        each.madeUp(),
                        each.workflow(),
                        each.quarter(),
                        each.begunAt(),
                        each.by(),
                        each.endedAt(),
                        word(each)));
    }

    private static String word(Trials.Made made) {
        return made.fate().name().toLowerCase(Locale.ROOT);
    }

    private static String others(DeliveryForecast forecast) {
        return forecast.waitsFor().stream().map(RequestRef::toString).collect(Collectors.joining(", "));
    }

    String moment(Instant moment, Question question) {
        return moments.full(moment, question.zone());
    }

    private @Nullable String day(@Nullable Instant moment, Question question) {
        return moment == null ? null : moments.day(moment, question.zone());
    }

    private @Nullable String date(@Nullable Instant moment, Question question) {
        return moment == null ? null : moments.date(moment, question.zone());
    }

    private String name(String workflow) {
        return workflows.byKey(workflow).map(Workflow::name).orElse(workflow);
    }
}
