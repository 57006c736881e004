package dev.baton.metrics.web;

import dev.baton.metrics.Endings;
import dev.baton.metrics.Flow;
import dev.baton.metrics.Lasting;
import dev.baton.metrics.Measures;
import dev.baton.metrics.Question;
import dev.baton.metrics.RequestFact;
import dev.baton.metrics.Steps;
import dev.baton.metrics.Steps.StepTime;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The tables that stand behind charts, as files. */
@Controller
class ChartFiles {

    private static final List<String> SCATTER = List.of(
            "metrics.chart.from",
            "metrics.csv.to",
            "metrics.column.ended",
            "metrics.chart.half",
            "metrics.chart.p85",
            "metrics.chart.p95");

    private static final List<String> STEPS = List.of(
            "metrics.filter.workflow",
            "metrics.workload.step",
            "metrics.workload.open",
            "metrics.ageing.old",
            "metrics.chart.half",
            "metrics.chart.p85",
            "metrics.chart.p95",
            "metrics.chart.of",
            "metrics.csv.of-requests");

    private static final List<String> OLDEST = List.of(
            "metrics.rows.request",
            "metrics.csv.title",
            "metrics.csv.example",
            "metrics.filter.workflow",
            "metrics.workload.step",
            "metrics.column.reached",
            "metrics.ageing.for");

    private static final List<String> FLOW = List.of(
            "metrics.chart.from",
            "metrics.csv.to",
            "metrics.column.opened",
            "metrics.column.ended",
            "metrics.flow.open",
            "metrics.flow.in-review",
            "metrics.flow.in-work",
            "metrics.flow.waiting");

    private final QuestionOnPage questions;
    private final Measures measures;
    private final Texts texts;
    private final CsvFiles files;

    ChartFiles(QuestionOnPage questions, Measures measures, Texts texts, CsvFiles files) {
        this.questions = questions;
        this.measures = measures;
        this.texts = texts;
        this.files = files;
    }

    @GetMapping(path = "/dashboard/scatter", params = "format=csv")
    void scatter(QuestionParams params, Principal principal, HttpServletResponse response) throws IOException {
        Question question = questions.exactly(params, principal);
        List<Endings.Part> parts = measures.answer(question).endings().parts();
        files.give(
                CsvTable.of("time-to-delivery", SCATTER, parts, part -> {
                    Lasting.Completed lengths = part.lengths();
                    return CsvTable.row(
                            part.from(), part.to(), lengths.n(), lengths.p50(), lengths.p85(), lengths.p95());
                }),
                question,
                response);
    }

    @GetMapping(path = "/dashboard/ageing", params = "format=csv")
    void ageing(
            @RequestParam(defaultValue = "steps") String table,
            QuestionParams params,
            Principal principal,
            HttpServletResponse response)
            throws IOException {
        Question question = questions.exactly(params, principal);
        Steps steps = measures.answer(question).steps();
        files.give(
                switch (table) {
                    case "steps" ->
                        steps(
                                "ageing",
                                steps.steps().stream()
                                        .filter(step -> step.open() > 0)
                                        .toList());
                    case "oldest" -> oldest(steps, question);
                    default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                },
                question,
                response);
    }

    @GetMapping(path = "/dashboard/heat-map", params = "format=csv")
    void heatMap(QuestionParams params, Principal principal, HttpServletResponse response) throws IOException {
        Question question = questions.exactlyLive(params, principal);
        files.give(steps("heat-map", measures.answer(question).steps().steps()), question, response);
    }

    private CsvTable steps(String name, List<StepTime> steps) {
        return CsvTable.of(name, STEPS, steps, step -> {
            Lasting.Estimated usual = step.usual();
            return CsvTable.row(
                    texts.workflow(step.workflow()),
                    step.name(),
                    step.open(),
                    usual.p85() == null ? null : step.old(),
                    usual.p50(),
                    usual.p85(),
                    usual.p95(),
                    step.tasks(),
                    step.requests());
        });
    }

    private CsvTable oldest(Steps steps, Question question) {
        return CsvTable.of("oldest", OLDEST, steps.oldest(), task -> {
            RequestFact request = task.request();
            return CsvTable.row(
                    request.ref(),
                    request.title(),
                    request.madeUp(),
                    texts.workflow(request.workflow()),
                    task.name(),
                    task.openedAt(),
                    (question.asOf().toEpochMilli() - task.openedMillis()) / 1000.0);
        });
    }

    @GetMapping(path = "/dashboard/flow", params = "format=csv")
    void flow(QuestionParams params, Principal principal, HttpServletResponse response) throws IOException {
        Question question = questions.exactly(params, principal);
        List<Flow.Stretch> stretches = measures.answer(question).flow().stretches();
        files.give(
                CsvTable.of(
                        "flow",
                        FLOW,
                        stretches,
                        stretch -> CsvTable.row(
                                stretch.from(),
                                stretch.to(),
                                stretch.opened(),
                                stretch.ended(),
                                stretch.atEnd().all(),
                                stretch.atEnd().inReview(),
                                stretch.atEnd().inWork(),
                                stretch.atEnd().waiting())),
                question,
                response);
    }
}
