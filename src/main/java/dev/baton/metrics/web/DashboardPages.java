package dev.baton.metrics.web;

import dev.baton.metrics.Answer;
import dev.baton.metrics.Measures;
import dev.baton.metrics.OpenRequest;
import dev.baton.metrics.Question;
import dev.baton.metrics.Scope;
import dev.baton.people.Moments;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
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

    private final QuestionReader questions;
    private final Viewers viewers;
    private final Measures measures;
    private final Dashboard dashboard;
    private final RowTables tables;
    private final Lengths lengths;
    private final Moments moments;

    DashboardPages(
            QuestionReader questions,
            Viewers viewers,
            Measures measures,
            Dashboard dashboard,
            RowTables tables,
            Lengths lengths,
            Moments moments) {
        this.questions = questions;
        this.viewers = viewers;
        this.measures = measures;
        this.dashboard = dashboard;
        this.tables = tables;
        this.lengths = lengths;
        this.moments = moments;
    }

    @GetMapping("/dashboard")
    String dashboard(QuestionParams params, Principal principal, Model model) {
        Question question = question(params, viewers.scopeOf(principal), model);
        Answer answer = measures.answer(question);
        model.addAttribute("report", answer.report());
        List<OpenRequest> open = answer.open();
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
        Question question = question(params, viewers.scopeOf(principal), model);
        Answer answer = measures.answer(question);
        model.addAttribute("report", answer.report());
        model.addAttribute("lengths", lengths);
        model.addAttribute("kind", kind);
        model.addAttribute("table", tables.of(kind, answer, question, page));
        model.addAttribute("page", page);
        return "metrics/rows";
    }

    /** The question in the address; where that makes no sense, the usual one and a sentence that says so. */
    private Question question(QuestionParams params, Scope allowed, Model model) {
        model.addAttribute("workflows", questions.workflows(allowed));
        try {
            return shown(params, questions.read(params, allowed), model);
        } catch (BadQuestionException bad) {
            model.addAttribute("problem", bad.detail());
            return shown(QuestionParams.NONE, questions.read(QuestionParams.NONE, allowed), model);
        }
    }

    private Question shown(QuestionParams params, Question question, Model model) {
        model.addAttribute("params", params);
        model.addAttribute("question", question);
        model.addAttribute("from", LocalDate.ofInstant(question.period().from(), question.zone()));
        if (QuestionParams.said(params.to()).isPresent()) {
            model.addAttribute("to", LocalDate.ofInstant(question.period().to(), question.zone()));
        }
        model.addAttribute("toDay", moments.date(question.period().to(), question.zone()));
        model.addAttribute("fromDay", moments.date(question.period().from(), question.zone()));
        model.addAttribute("asOfText", moments.full(question.asOf(), question.zone()));
        return question;
    }
}
