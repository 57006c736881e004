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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down forecasts and what became of them. */
@Component
class ForecastTables {

    private static final int LINES = 100;

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
            return new Line(request, workflow, promised, null, false, "brief", "", 0, false);
        }
        return new Line(
                request,
                workflow,
                promised,
                day(forecast.by(), question),
                forecast.endangers(request.promised().orElse(null)),
                forecast.ground().word(),
                String.join(
                        ", ",
                        forecast.waitsFor().stream().map(RequestRef::toString).toList()),
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
                made.fate().name().toLowerCase(Locale.ROOT));
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
