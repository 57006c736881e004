package dev.baton.metrics.web;

import dev.baton.metrics.Answer;
import dev.baton.metrics.Forecasts;
import dev.baton.metrics.Measures;
import dev.baton.metrics.OpenRequest;
import dev.baton.metrics.Question;
import dev.baton.requests.DeliveryForecast;
import dev.baton.shared.RequestRef;
import java.security.Principal;
import java.util.List;
import java.util.Map;
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

    DashboardPages(
            QuestionOnPage questions,
            Measures measures,
            Forecasts forecasts,
            Dashboard dashboard,
            RowTables tables,
            Lengths lengths) {
        this.questions = questions;
        this.measures = measures;
        this.forecasts = forecasts;
        this.dashboard = dashboard;
        this.tables = tables;
        this.lengths = lengths;
    }

    @GetMapping("/dashboard")
    String dashboard(QuestionParams params, Principal principal, Model model) {
        Question question = questions.read(params, principal, model);
        Answer answer = measures.answer(question);
        model.addAttribute("report", answer.report());
        List<OpenRequest> open = answer.open();
        Map<RequestRef, DeliveryForecast> likely = question.live() ? forecasts.open(question) : Map.of();
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
