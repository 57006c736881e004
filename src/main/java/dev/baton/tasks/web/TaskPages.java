package dev.baton.tasks.web;

import dev.baton.tasks.ActionLinks;
import dev.baton.tasks.Answer;
import dev.baton.tasks.FormView;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.Standing;
import dev.baton.tasks.TaskReply;
import dev.baton.tasks.TaskWords;
import dev.baton.tasks.Tasks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of an action link: looking changes nothing and uses nothing up, only a press decides. */
@Controller
class TaskPages {

    private static final int UNPROCESSABLE = 422;

    private final Tasks tasks;
    private final ActionLinks links;
    private final TaskPageModels models;
    private final TaskWords words;

    TaskPages(Tasks tasks, ActionLinks links, TaskPageModels models, TaskWords words) {
        this.tasks = tasks;
        this.links = links;
        this.models = models;
        this.words = words;
    }

    @GetMapping("/t/{token}")
    String look(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable Long said,
            @RequestParam(required = false, defaultValue = "" + Integer.MAX_VALUE) int own,
            Model model,
            HttpServletResponse response) {
        Optional<HandOver> handOver = links.of(token);
        if (handOver.isEmpty()) {
            return UnknownLink.show(response);
        }
        Standing standing = tasks.standing(handOver.get());
        Optional<FormView> form = standing.waits() ? models.form(handOver.get()) : Optional.empty();
        if (form.isEmpty()) {
            // Somebody may have decided since the first look.
            Standing now = standing.waits() ? tasks.standing(handOver.get()) : standing;
            return models.standing(handOver.get(), now, done, model);
        }
        models.task(handOver.get(), model);
        model.addAttribute("form", form.get());
        model.addAttribute("chosen", outcome);
        model.addAttribute("done", done);
        Optional.ofNullable(said)
                .flatMap(entry -> tasks.comment(handOver.get(), entry, own))
                .ifPresent(comment -> model.addAttribute("comment", comment).addAttribute("confirms", true));
        return "tasks/task";
    }

    @PostMapping("/t/{token}")
    String press(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String comment,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        Optional<HandOver> handOver = links.of(token);
        if (handOver.isEmpty()) {
            return UnknownLink.show(response);
        }
        Uploads uploads = Uploads.of(request);
        var entered = uploads.named(FormView.entered(request.getParameterMap()));
        TaskReply reply = tasks.decide(
                handOver.get(),
                new Answer(
                        outcome,
                        comment,
                        entered,
                        handOver.get().person(),
                        handOver.get().inPlaceOf(),
                        words.evidence(handOver.get()),
                        uploads.files(),
                        false));
        if (reply instanceof TaskReply.Incomplete lacking) {
            response.setStatus(UNPROCESSABLE);
            models.task(handOver.get(), model);
            models.lacking(handOver.get(), entered, lacking, model);
            model.addAttribute("chosen", outcome);
            model.addAttribute("comment", comment);
            return "tasks/task";
        }
        return "redirect:" + links.path(handOver.get()) + (reply.decided() ? "?done=recorded" : "?done=late");
    }
}
