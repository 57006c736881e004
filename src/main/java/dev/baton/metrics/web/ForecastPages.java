package dev.baton.metrics.web;

import dev.baton.metrics.Answer;
import dev.baton.metrics.Forecasts;
import dev.baton.metrics.Measures;
import dev.baton.metrics.Question;
import dev.baton.metrics.Trials;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** By when open requests are likely delivered, beside what was promised, and how often such forecasts came true. */
@Controller
class ForecastPages {

    private final QuestionOnPage questions;
    private final Measures measures;
    private final Forecasts forecasts;
    private final ForecastTables tables;

    ForecastPages(QuestionOnPage questions, Measures measures, Forecasts forecasts, ForecastTables tables) {
        this.questions = questions;
        this.measures = measures;
        this.forecasts = forecasts;
        this.tables = tables;
    }

    @GetMapping("/dashboard/forecasts")
    String forecasts(QuestionParams params, Principal principal, Model model) {
        Question question = questions.read(params, principal, model);
        if (question.live()) {
            Answer answer = measures.answer(question);
            Trials trials = forecasts.trials(question);
            model.addAttribute("open", tables.open(answer.open(), forecasts.open(question), question));
            model.addAttribute("trials", trials);
            model.addAttribute("madeUp", tables.examples(answer.open(), trials));
            model.addAttribute("countedOn", tables.moment(trials.asOf(), question));
            model.addAttribute("diagram", ReliabilityDiagram.of(trials));
            model.addAttribute("quarters", tables.quarters(trials));
        }
        return "metrics/forecasts";
    }

    /** The forecasts behind the numbers, of one workflow and quarter or of all. */
    @GetMapping("/dashboard/forecasts/made")
    String made(
            QuestionParams params,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String quarter,
            Principal principal,
            Model model) {
        Question question = questions.read(params, principal, model);
        List<Trials.Made> made = question.live() ? forecasts.trials(question).made() : List.of();
        model.addAttribute("made", tables.made(made, of, quarter, question));
        return "metrics/forecasts-made";
    }
}
