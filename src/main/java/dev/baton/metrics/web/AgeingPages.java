package dev.baton.metrics.web;

import dev.baton.metrics.Lasting;
import dev.baton.metrics.Measures;
import dev.baton.metrics.Question;
import dev.baton.metrics.RowsBehind;
import dev.baton.metrics.Steps;
import dev.baton.metrics.Steps.StepTime;
import dev.baton.metrics.TaskFact;
import dev.baton.metrics.charts.Axis;
import dev.baton.metrics.charts.Lanes;
import dev.baton.people.Moments;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long open tasks have waited, beside how long tasks of the same step take. */
@Controller
class AgeingPages {

    private static final double DAY = ScatterPages.DAY;
    private static final int LANES = 12;
    private static final int LINES = 100;

    private final QuestionOnPage questions;
    private final Measures measures;
    private final RowTables tables;
    private final Lengths lengths;
    private final Moments moments;
    private final Texts texts;
    private final CsvFiles files;

    AgeingPages(
            QuestionOnPage questions,
            Measures measures,
            RowTables tables,
            Lengths lengths,
            Moments moments,
            Texts texts,
            CsvFiles files) {
        this.questions = questions;
        this.measures = measures;
        this.tables = tables;
        this.lengths = lengths;
        this.moments = moments;
        this.texts = texts;
        this.files = files;
    }

    /** A step with its workflow's name. */
    record Line(StepTime step, String workflow) {}

    /** An open task. @param old whether it has waited longer than 85 % of such tasks take */
    record Waiting(TaskFact task, String workflow, String since, String age, boolean old) {}

    @GetMapping("/dashboard/ageing")
    String ageing(QuestionParams params, Principal principal, Model model) {
        Question question = questions.read(params, principal, model);
        Steps steps = measures.answer(question).steps();
        List<StepTime> waiting =
                steps.steps().stream().filter(step -> step.open() > 0).toList();
        model.addAttribute("madeUp", steps.madeUp());
        model.addAttribute("unheld", steps.unheld());
        model.addAttribute("all", waiting.stream().mapToLong(StepTime::open).sum());
        model.addAttribute("old", waiting.stream().mapToLong(StepTime::old).sum());
        model.addAttribute("lengths", lengths);
        if (!waiting.isEmpty()) {
            model.addAttribute("chart", chart(waiting).svg());
            model.addAttribute("drawn", Math.min(LANES, waiting.size()));
            model.addAttribute("undrawn", Math.max(0, waiting.size() - LANES));
        }
        model.addAttribute(
                "lines",
                waiting.stream()
                        .limit(LINES)
                        .map(step -> new Line(step, texts.workflow(step.workflow())))
                        .toList());
        model.addAttribute("more", Math.max(0, waiting.size() - LINES));
        model.addAttribute("oldest", oldest(steps, question));
        return "metrics/ageing";
    }

    private Lanes chart(List<StepTime> waiting) {
        List<StepTime> drawn = waiting.stream().limit(LANES).toList();
        double most = drawn.stream()
                .flatMap(step -> Stream.concat(Arrays.stream(step.ages()).boxed(), bounds(step.usual()).stream()))
                .mapToDouble(seconds -> seconds / DAY)
                .max()
                .orElse(1);
        return new Lanes(
                "ageing",
                texts.of("ageing.title"),
                texts.of("ageing.chart", drawn.size()),
                Axis.numbers(texts.of("ageing.days"), most),
                drawn.stream().map(this::lane).toList());
    }

    private Lanes.Lane lane(StepTime step) {
        Double p85 = step.usual().p85();
        return new Lanes.Lane(
                step.name(),
                texts.of("ageing.open", step.open()),
                bounds(step.usual()).stream().map(seconds -> seconds / DAY).toList(),
                days(step.ages(), 0, p85 == null ? Double.POSITIVE_INFINITY : p85),
                p85 == null ? List.of() : days(step.ages(), Math.nextUp(p85), Double.POSITIVE_INFINITY));
    }

    private static List<Double> bounds(Lasting.Estimated usual) {
        return Stream.of(usual.p50(), usual.p85(), usual.p95())
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<Double> days(double[] seconds, double least, double most) {
        return Arrays.stream(seconds)
                .filter(each -> each >= least && each <= most)
                .mapToObj(each -> each / DAY)
                .toList();
    }

    private List<Waiting> oldest(Steps steps, Question question) {
        Map<String, Double> p85 = new HashMap<>();
        steps.steps().forEach(step -> {
            Double known = step.usual().p85();
            if (known != null) {
                p85.put(step.workflow() + "/" + step.key(), known);
            }
        });
        return steps.oldest().stream()
                .map(task -> {
                    double age = (question.asOf().toEpochMilli() - task.openedMillis()) / 1000.0;
                    Double usual = p85.get(task.request().workflow() + "/" + task.key());
                    return new Waiting(
                            task,
                            texts.workflow(task.request().workflow()),
                            moments.brief(task.openedAt(), question.zone()),
                            lengths.of(age),
                            usual != null && age > usual);
                })
                .toList();
    }

    /** @param only {@code open} for the open ones alone */
    @GetMapping("/dashboard/step")
    String step(
            @RequestParam String of,
            @RequestParam String step,
            @RequestParam(required = false) @Nullable String only,
            @RequestParam(defaultValue = "1") int page,
            QuestionParams params,
            Principal principal,
            Model model) {
        Question question = questions.read(params, principal, model);
        boolean open = "open".equals(only);
        RowTable table = tables.tasks(tasks(of, step, open, question), question, page);
        model.addAttribute("heading", texts.of(open ? "step.open" : "step.all", texts.workflow(of), table.all()));
        model.addAttribute("path", "/dashboard/step");
        model.addAttribute(
                "kept", open ? Map.of("of", of, "step", step, "only", "open") : Map.of("of", of, "step", step));
        model.addAttribute("table", table);
        model.addAttribute("page", page);
        return "metrics/chart-rows";
    }

    @GetMapping(path = "/dashboard/step", params = "format=csv")
    void csv(
            @RequestParam String of,
            @RequestParam String step,
            @RequestParam(required = false) @Nullable String only,
            QuestionParams params,
            Principal principal,
            HttpServletResponse response)
            throws IOException {
        Question question = questions.exactly(params, principal);
        files.give(tables.tasksCsv(tasks(of, step, "open".equals(only), question), question), question, response);
    }

    private RowsBehind<TaskFact> tasks(String workflow, String step, boolean open, Question question) {
        RowsBehind<TaskFact> all = measures.answer(question).tasksAt(workflow, step);
        return open
                ? row -> all.each(task -> {
                    if (task.isOpen()) {
                        row.accept(task);
                    }
                })
                : all;
    }
}
