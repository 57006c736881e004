package dev.baton.intake.web;

import dev.baton.engine.FormAnswers;
import dev.baton.engine.FormField;
import dev.baton.intake.BriefForms;
import dev.baton.requests.Request;
import dev.baton.requests.RequestLinks;
import dev.baton.requests.Requests;
import dev.baton.shared.NotAPress;
import dev.baton.tasks.FormView;
import dev.baton.tasks.FormViews;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The brief of a request behind its signed link, for the requester to complete. */
@Controller
@RequestMapping("/brief/{token}")
class BriefPages {

    private static final String FORM = "intake/brief";
    private static final String FIELDS = "intake/fields";

    private final RequestLinks links;
    private final Requests requests;
    private final BriefForms briefs;
    private final FormViews views;
    private final ShownFields shown;
    private final StatusRedirect status;

    BriefPages(
            RequestLinks links,
            Requests requests,
            BriefForms briefs,
            FormViews views,
            ShownFields shown,
            StatusRedirect status) {
        this.links = links;
        this.requests = requests;
        this.briefs = briefs;
        this.views = views;
        this.shown = shown;
        this.status = status;
    }

    @GetMapping
    String form(@PathVariable String token, Model model) {
        Request request = request(token);
        return request.waitsForBrief()
                ? page(token, request, views.of(briefs.of(request)), model)
                : nothingToDo(request, model);
    }

    @PostMapping
    String complete(@PathVariable String token, HttpServletRequest sent, Model model, HttpServletResponse response) {
        Request request = request(token);
        Map<String, String> entered = SentFiles.answers(sent);
        Optional<FormAnswers> answers = briefs.complete(request.ref(), entered, SentFiles.of(sent));
        if (answers.isEmpty()) {
            return nothingToDo(requests.get(request.ref()), model);
        }
        if (answers.get().valid()) {
            return status.of(request);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(token, request, views.of(briefs.of(request), entered, answers.get()), model);
    }

    /** The fields anew, as they follow from what is filled in so far; keeps nothing. */
    @NotAPress("keeps nothing")
    @PostMapping("/fields")
    String fields(@PathVariable String token, HttpServletRequest sent, Model model, HttpServletResponse response) {
        List<FormField> form = briefs.of(request(token));
        ShownFields.answer(shown.of(form, SentFiles.answers(sent)), sent, model, response);
        return FIELDS;
    }

    private String page(String token, Request request, FormView form, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("request", request);
        model.addAttribute("brief", form);
        model.addAttribute("takesFiles", ShownFields.takeFiles(form));
        model.addAttribute("lines", ProblemLine.of(form));
        model.addAttribute(
                "changes",
                ShownFields.change(
                        form.fields().stream().map(FormView.Entry::field).toList()));
        return FORM;
    }

    private String nothingToDo(Request request, Model model) {
        model.addAttribute("request", request);
        model.addAttribute("status", status.path(request, request.requester()));
        return "intake/brief-done";
    }

    private Request request(String token) {
        Request request = links.ofBrief(token)
                .flatMap(requests::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!links.stillOpensBrief(request, token)) {
            throw new ResponseStatusException(HttpStatus.GONE);
        }
        return request;
    }
}
