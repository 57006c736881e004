package dev.baton.metrics.web;

import dev.baton.metrics.Question;
import dev.baton.metrics.Scope;
import dev.baton.people.Moments;
import java.security.Principal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Reads the question that the address of a page asks, and gives the page what its filter and its heading show. */
@Component
class QuestionOnPage {

    private final QuestionReader questions;
    private final Viewers viewers;
    private final Moments moments;

    QuestionOnPage(QuestionReader questions, Viewers viewers, Moments moments) {
        this.questions = questions;
        this.viewers = viewers;
        this.moments = moments;
    }

    /** The question in the address; where that makes no sense, the usual one and a sentence that says so. */
    Question read(QuestionParams params, Principal principal, Model model) {
        model.addAttribute("views", View.values());
        Scope allowed = viewers.scopeOf(principal);
        model.addAttribute("workflows", questions.workflows(allowed));
        model.addAttribute("teams", questions.teams());
        model.addAttribute("baselines", questions.baselines(allowed));
        try {
            return shown(params, questions.read(params, allowed), model);
        } catch (BadQuestionException bad) {
            model.addAttribute("problem", bad.detail());
            return shown(QuestionParams.NONE, questions.read(QuestionParams.NONE, allowed), model);
        }
    }

    /**
     * The question in the address of a file, which nobody would see that it was not the one asked.
     *
     * @throws BadQuestionException if it makes no sense
     */
    Question exactly(QuestionParams params, Principal principal) {
        return questions.read(params, viewers.scopeOf(principal));
    }

    /**
     * The same where only this Baton's own work can be asked about.
     *
     * @throws BadQuestionException if it makes no sense, or is about a log
     */
    Question exactlyLive(QuestionParams params, Principal principal) {
        return questions.readLive(params, viewers.scopeOf(principal));
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
