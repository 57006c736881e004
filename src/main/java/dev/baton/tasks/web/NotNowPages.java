package dev.baton.tasks.web;

import dev.baton.tasks.ActionLinks;
import dev.baton.tasks.Blocking;
import dev.baton.tasks.FormView;
import dev.baton.tasks.HandOver;
import dev.baton.tasks.NotNow;
import dev.baton.tasks.Refusal;
import dev.baton.tasks.TaskWords;
import dev.baton.tasks.Tasks;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What stands under "Not now?" on the page of a task. */
@Controller
class NotNowPages {

    private static final int UNPROCESSABLE = 422;

    private final Tasks tasks;
    private final ActionLinks links;
    private final NotNow notNow;
    private final Blocking blocking;
    private final TaskPageModels models;
    private final TaskWords words;

    NotNowPages(
            Tasks tasks, ActionLinks links, NotNow notNow, Blocking blocking, TaskPageModels models, TaskWords words) {
        this.tasks = tasks;
        this.links = links;
        this.notNow = notNow;
        this.blocking = blocking;
        this.models = models;
        this.words = words;
    }

    @PostMapping("/t/{token}/blocked")
    String blocked(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String waitsOn,
            @RequestParam(defaultValue = "") String what,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return act(token, "blocked", handOver -> blocking.raise(handOver, waitsOn, what), model, request, response);
    }

    @PostMapping("/t/{token}/hand-over")
    String handOver(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return act(token, "hand-over", handOver -> notNow.handOver(handOver, to, note), model, request, response);
    }

    @PostMapping("/t/{token}/until")
    String until(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return act(
                token,
                "until",
                handOver ->
                        notNow.needUntil(handOver, read(day, LocalDate::parse), read(time, LocalTime::parse), reason),
                model,
                request,
                response);
    }

    @PostMapping("/t/{token}/lift")
    String lift(
            @PathVariable String token,
            @RequestParam long blocker,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return act(
                token,
                "lift",
                handOver -> {
                    blocking.lift(handOver, blocker);
                    return Optional.empty();
                },
                model,
                request,
                response);
    }

    private String act(
            String token,
            String what,
            Function<HandOver, Optional<Refusal>> act,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<HandOver> handOver = links.of(token);
        if (handOver.isEmpty()) {
            return UnknownLink.show(response);
        }
        Optional<Refusal> refused = act.apply(handOver.get());
        boolean again = refused.isPresent() && tasks.standing(handOver.get()).waits();
        Optional<FormView> form = again ? models.form(handOver.get()) : Optional.empty();
        if (form.isEmpty()) {
            return "redirect:" + links.path(handOver.get()) + "?done=" + what;
        }
        response.setStatus(UNPROCESSABLE);
        models.task(handOver.get(), model);
        model.addAttribute("form", form.get());
        model.addAttribute("refused", Map.of(refused.orElseThrow().field(), words.refused(refused.orElseThrow())));
        model.addAttribute("opened", what);
        model.addAttribute("entered", request.getParameterMap());
        return "tasks/task";
    }

    private static <T> @Nullable T read(String text, Function<String, T> parse) {
        try {
            return text.isBlank() ? null : parse.apply(text);
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }
}
