package dev.baton.intake.web;

import dev.baton.intake.FieldProblem;
import dev.baton.intake.Submissions;
import dev.baton.intake.Submitted;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.requests.Request;
import dev.baton.shared.NotAPress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The forms with which anybody asks for work: one for each workflow. */
@Controller
@RequestMapping("/new")
class NewPages {

    private static final String FORM = "intake/new";
    private static final String FIELDS = "intake/fields";

    private final Workflows workflows;
    private final Submissions submissions;
    private final AskForms forms;
    private final StatusRedirect status;

    NewPages(Workflows workflows, Submissions submissions, AskForms forms, StatusRedirect status) {
        this.workflows = workflows;
        this.submissions = submissions;
        this.forms = forms;
        this.status = status;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute(
                "workflows",
                workflows.all().stream()
                        .sorted(Comparator.comparing(Workflow::isDefault))
                        .toList());
        return "intake/workflows";
    }

    @GetMapping("/{name}")
    String form(@PathVariable String name, @Nullable Principal who, Model model, HttpServletResponse response) {
        Optional<Workflow> workflow = workflow(name);
        if (workflow.isEmpty()) {
            return unknown(name, model, response);
        }
        model.addAttribute("ask", forms.empty(workflow.get(), who));
        return FORM;
    }

    @PostMapping("/{name}")
    String ask(@PathVariable String name, HttpServletRequest sent, Model model, HttpServletResponse response) {
        Optional<Workflow> workflow = workflow(name);
        if (workflow.isEmpty()) {
            return unknown(name, model, response);
        }
        Submitted submitted = submissions.submit(forms.submission(workflow.get(), sent));
        if (submitted instanceof Submitted.Opened opened) {
            Request request = opened.request();
            return status.of(request);
        }
        List<FieldProblem> problems = ((Submitted.Refused) submitted).problems();
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("ask", forms.again(workflow.get(), sent, problems));
        return FORM;
    }

    /** The brief's fields anew, as they follow from what is filled in so far; keeps nothing. */
    @NotAPress("keeps nothing")
    @PostMapping("/{name}/fields")
    String fields(@PathVariable String name, HttpServletRequest sent, Model model, HttpServletResponse response) {
        Optional<Workflow> workflow = workflow(name);
        if (workflow.isEmpty()) {
            return unknown(name, model, response);
        }
        ShownFields.answer(forms.fieldsThatApply(workflow.get(), sent), sent, model, response);
        return FIELDS;
    }

    private Optional<Workflow> workflow(String name) {
        return workflows.byKey(name).or(() -> workflows.byAddress(name));
    }

    private String unknown(String name, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("unknown", name);
        return list(model);
    }
}
