package dev.baton.metrics.web;

import dev.baton.metrics.Lasting;
import dev.baton.metrics.Measures;
import dev.baton.metrics.Question;
import dev.baton.metrics.Steps;
import dev.baton.metrics.Steps.StepTime;
import dev.baton.models.Diagram;
import dev.baton.models.Diagram.Heat;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One workflow's diagram, the darker the longer tasks take at a step. */
@Controller
class HeatMapPages {

    private static final int LEVELS = 5;

    private final QuestionOnPage questions;
    private final Measures measures;
    private final Workflows workflows;
    private final Diagram diagram;
    private final Lengths lengths;
    private final Texts texts;

    HeatMapPages(
            QuestionOnPage questions,
            Measures measures,
            Workflows workflows,
            Diagram diagram,
            Lengths lengths,
            Texts texts) {
        this.questions = questions;
        this.measures = measures;
        this.workflows = workflows;
        this.diagram = diagram;
        this.lengths = lengths;
        this.texts = texts;
    }

    /**
     * A step, ready to be read.
     *
     * @param reached the share of requests that came to it, in per cent
     * @param drawn whether the newest version of the workflow still has it
     */
    record Line(StepTime step, long reached, boolean drawn) {}

    /** @param share {@code 50}, {@code 85} or {@code 95}: within what time so many per cent of tasks are over */
    @GetMapping("/dashboard/heat-map")
    String heatMap(
            @RequestParam(required = false) @Nullable String share,
            QuestionParams params,
            Principal principal,
            Model model) {
        Question question = questions.read(params, principal, model);
        String percent = share != null && List.of("50", "95").contains(share) ? share : "85";
        model.addAttribute("kept", Map.of("share", percent));
        model.addAttribute("share", percent);
        model.addAttribute("lengths", lengths);
        Optional<Workflow> workflow = workflow(question, model);
        model.addAttribute("workflow", workflow.orElse(null));
        if (workflow.isPresent() && question.live()) {
            map(workflow.get(), percent, question, model);
        }
        return "metrics/heat-map";
    }

    /** The one that is asked about, or the only one there is. */
    private Optional<Workflow> workflow(Question question, Model model) {
        Set<String> asked = question.scope().workflows();
        if (asked != null && asked.size() == 1) {
            return workflows.byKey(asked.iterator().next());
        }
        return model.getAttribute("workflows") instanceof List<?> all && all.size() == 1
                ? Optional.of((Workflow) all.get(0))
                : Optional.empty();
    }

    private void map(Workflow workflow, String percent, Question question, Model model) {
        Steps steps = measures.answer(question).steps();
        List<String> order = diagram.steps(workflow.definitionId()).stream()
                .map(Diagram.Step::id)
                .toList();
        List<Line> lines = steps.steps().stream()
                .filter(step -> step.workflow().equals(workflow.key()))
                .sorted(Comparator.comparingInt(
                        step -> order.contains(step.key()) ? order.indexOf(step.key()) : order.size()))
                .map(step -> new Line(
                        step,
                        steps.requests() == 0 ? 0 : Math.round(100.0 * step.requests() / steps.requests()),
                        diagram.has(workflow.definitionId(), step.key())))
                .toList();
        double most = lines.stream()
                .mapToDouble(line -> seconds(line.step().usual(), percent))
                .max()
                .orElse(0);
        Map<String, Heat> heats = new HashMap<>();
        List<String> says = new ArrayList<>();
        for (Line line : lines) {
            double seconds = seconds(line.step().usual(), percent);
            if (seconds > 0) {
                int level = (int) Math.max(1, Math.ceil(LEVELS * seconds / most));
                Heat heat = new Heat(level, texts.of("heat-map.note", lengths.of(seconds), line.reached()));
                heats.put(line.step().key(), heat);
                says.add(texts.of("heat-map.says", line.step().name(), heat.words()));
            }
        }
        model.addAttribute("madeUp", steps.madeUp());
        model.addAttribute("lines", lines);
        model.addAttribute("requests", steps.requests());
        model.addAttribute("held", steps.open() == 0 ? -1 : Math.round(100 * steps.withSomebody() / steps.open()));
        model.addAttribute(
                "picture",
                diagram.heat(workflow.definitionId(), heats, String.join(" ", says))
                        .orElse(null));
    }

    private static double seconds(Lasting.Estimated usual, String percent) {
        Double known = switch (percent) {
            case "50" -> usual.p50();
            case "95" -> usual.p95();
            default -> usual.p85();
        };
        return known == null ? 0 : known;
    }
}
