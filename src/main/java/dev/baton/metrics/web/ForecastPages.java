package dev.baton.metrics.web;

import dev.baton.metrics.Forecasts;
import dev.baton.metrics.Measures;
import dev.baton.metrics.OpenRequest;
import dev.baton.metrics.Question;
import dev.baton.metrics.Trials;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** By when open requests are likely delivered, beside what was promised, and how often such forecasts came true. */
@Controller
class ForecastPages {

    private final QuestionOnPage questions;
    private final Measures measures;
    private final Forecasts forecasts;
    private final ForecastTables tables;
    private final CsvFiles files;

    ForecastPages(
            QuestionOnPage questions, Measures measures, Forecasts forecasts, ForecastTables tables, CsvFiles files) {
        this.questions = questions;
        this.measures = measures;
        this.forecasts = forecasts;
        this.tables = tables;
        this.files = files;
    }

    @GetMapping("/dashboard/forecasts")
    String forecasts(QuestionParams params, Principal principal, Model model) {
        Question question = questions.read(params, principal, model);
        if (question.live()) {
            List<OpenRequest> open = measures.answer(question).open();
            Trials trials = forecasts.trials(question);
            model.addAttribute("open", tables.open(open, forecasts.open(question), question));
            model.addAttribute("trials", trials);
            model.addAttribute("madeUp", tables.examples(open, trials));
            model.addAttribute("countedOn", tables.moment(trials.asOf(), question));
            model.addAttribute("diagram", ReliabilityDiagram.of(trials));
            model.addAttribute("quarters", tables.quarters(trials));
        }
        return "metrics/forecasts";
    }

    @GetMapping(path = "/dashboard/forecasts", params = "format=csv")
    void csv(
            @RequestParam(defaultValue = "open") String table,
            QuestionParams params,
            Principal principal,
            HttpServletResponse response)
            throws IOException {
        Question question = questions.exactlyLive(params, principal);
        files.give(
                switch (table) {
                    case "open" -> tables.openFile(measures.answer(question).open(), forecasts.open(question));
                    case "quarters" -> tables.quartersFile(forecasts.trials(question));
                    default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                },
                question,
                response);
    }

    @GetMapping(path = "/dashboard/forecasts/made", params = "format=csv")
    void madeFile(QuestionParams params, Principal principal, HttpServletResponse response) throws IOException {
        Question question = questions.exactlyLive(params, principal);
        files.give(tables.madeFile(forecasts.trials(question)), question, response);
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
