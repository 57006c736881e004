package dev.baton.metrics.web;

import dev.baton.metrics.Answer;
import dev.baton.metrics.Forecasts;
import dev.baton.metrics.Measures;
import dev.baton.metrics.OpenRequest;
import dev.baton.metrics.Question;
import dev.baton.requests.DeliveryForecast;
import dev.baton.shared.RequestRef;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What needs a decision, how promises were kept, and the rows behind each number. */
@Controller
class DashboardPages {

    private final QuestionOnPage questions;
    private final Measures measures;
    private final Forecasts forecasts;
    private final Dashboard dashboard;
    private final RowTables tables;
    private final Lengths lengths;
    private final Figures figures;
    private final CsvFiles files;

    DashboardPages(
            QuestionOnPage questions,
            Measures measures,
            Forecasts forecasts,
            Dashboard dashboard,
            RowTables tables,
            Lengths lengths,
            Figures figures,
            CsvFiles files) {
        this.questions = questions;
        this.measures = measures;
        this.forecasts = forecasts;
        this.dashboard = dashboard;
        this.tables = tables;
        this.lengths = lengths;
        this.figures = figures;
        this.files = files;
    }

    @GetMapping("/dashboard")
    String dashboard(QuestionParams params, Principal principal, Model model) {
        Question question = questions.read(params, principal, model);
        CompletableFuture<Map<RequestRef, DeliveryForecast>> likelyOnes =
                CompletableFuture.supplyAsync(() -> question.live() ? forecasts.open(question) : Map.of());
        Answer answer = measures.answer(question);
        model.addAttribute("report", answer.report());
        List<OpenRequest> open = answer.open();
        Map<RequestRef, DeliveryForecast> likely = likelyOnes.join();
        model.addAttribute(
                "atRisk",
                open.stream()
                        .filter(each -> ForecastTables.atRisk(each, likely))
                        .count());
        model.addAttribute("attention", dashboard.attention(open, question));
        model.addAttribute("byWorkflow", dashboard.byWorkflow(open));
        model.addAttribute("byCampaign", dashboard.byCampaign(open));
        model.addAttribute("kinds", RowKind.words());
        model.addAttribute("lengths", lengths);
        return "metrics/dashboard";
    }

    @GetMapping(path = "/dashboard", params = "format=csv")
    void csv(
            @RequestParam(defaultValue = "measures") String table,
            QuestionParams params,
            Principal principal,
            HttpServletResponse response)
            throws IOException {
        Question question = questions.exactly(params, principal);
        Answer answer = measures.answer(question);
        files.give(
                switch (table) {
                    case "measures" -> figures.of("measures", answer.report());
                    case "attention" ->
                        RequestTables.of(
                                "attention",
                                answer.open().stream()
                                        .filter(each -> each.attention().isPresent())
                                        .toList(),
                                List.of());
                    case "workflow" -> OpenCount.csv(table, dashboard.byWorkflow(answer.open()));
                    case "campaign" -> OpenCount.csv(table, dashboard.byCampaign(answer.open()));
                    default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                },
                question,
                response);
    }

    @GetMapping(path = "/dashboard/{measure}", params = "format=csv")
    void rowsCsv(@PathVariable String measure, QuestionParams params, Principal principal, HttpServletResponse response)
            throws IOException {
        RowKind kind = RowKind.of(measure).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Question question = questions.exactly(params, principal);
        files.give(tables.csv(kind, measures.answer(question), question), question, response);
    }

    @GetMapping("/dashboard/{measure}")
    String rows(
            @PathVariable String measure,
            @RequestParam(defaultValue = "1") int page,
            QuestionParams params,
            Principal principal,
            Model model) {
        RowKind kind = RowKind.of(measure).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Question question = questions.read(params, principal, model);
        Answer answer = measures.answer(question);
        model.addAttribute("report", answer.report());
        model.addAttribute("lengths", lengths);
        model.addAttribute("kind", kind);
        model.addAttribute("table", tables.of(kind, answer, question, page));
        model.addAttribute("page", page);
        return "metrics/rows";
    }
}
