package dev.baton.bench.web;

import dev.baton.bench.rehearsal.Answers;
import dev.baton.bench.rehearsal.Filled;
import dev.baton.bench.rehearsal.Piece;
import dev.baton.bench.rehearsal.Press;
import dev.baton.bench.rehearsal.Rehearsal;
import dev.baton.bench.rehearsal.Rehearsals;
import dev.baton.bench.rehearsal.Scene;
import dev.baton.bench.rehearsal.Turn;
import dev.baton.engine.FormField;
import dev.baton.tasks.FormView;
import dev.baton.tasks.FormViews;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Fills in a form of a walk in another way than the sample: the brief, or that of a task. Nothing is kept anywhere. */
@Controller
@RequestMapping({
    "/bench/workflows/{key}/walk",
    "/bench/drafts/{draft}/walk",
    "/bench/drafts/{draft}/workflows/{key}/walk"
})
class WalkFormPages {

    /** Characters of an answer that the address of a page keeps. */
    private static final int LONGEST = 300;

    private final Programme programme;
    private final Rehearsals rehearsals;
    private final FormViews forms;

    WalkFormPages(Programme programme, Rehearsals rehearsals, FormViews forms) {
        this.programme = programme;
        this.rehearsals = rehearsals;
        this.forms = forms;
    }

    /**
     * The form that is asked for.
     *
     * @param turn the task; null for the brief
     * @param fields with the answers of the sample
     */
    private record Asked(@Nullable Turn turn, List<FormField> fields) {}

    @GetMapping("/form")
    String form(
            @PathVariable(required = false) @Nullable String draft,
            @PathVariable(required = false) @Nullable String key,
            @RequestParam(defaultValue = "") String answers,
            @RequestParam(defaultValue = "") String brief,
            @RequestParam(defaultValue = "") String task,
            @RequestParam(defaultValue = "1") int number,
            Model model,
            HttpServletResponse response) {
        Programme.Entry entry = programme.find(draft, key);
        Optional<Asked> asked = asked(entry, address(entry, answers, brief), task, number);
        if (asked.isEmpty()) {
            return RehearsalResponse.waiting(response);
        }
        model.addAttribute("entry", entry);
        model.addAttribute("walk", address(entry, answers, brief));
        model.addAttribute("brief", brief);
        model.addAttribute("turn", asked.get().turn());
        model.addAttribute("form", forms.of(asked.get().fields()));
        return "bench/walk-form";
    }

    /** Leads to the walk after this press, with what was filled in in another way than in the sample. */
    @GetMapping("/go")
    String go(
            @PathVariable(required = false) @Nullable String draft,
            @PathVariable(required = false) @Nullable String key,
            @RequestParam(defaultValue = "") String answers,
            @RequestParam(defaultValue = "") String brief,
            @RequestParam(defaultValue = "") String task,
            @RequestParam(defaultValue = "1") int number,
            @RequestParam(defaultValue = "") String outcome,
            HttpServletRequest request,
            HttpServletResponse response) {
        Programme.Entry entry = programme.find(draft, key);
        WalkAddress here = address(entry, answers, brief);
        Optional<Asked> asked = asked(entry, here, task, number);
        if (asked.isEmpty()) {
            return RehearsalResponse.waiting(response);
        }
        Map<String, String> other = other(asked.get().fields(), FormView.entered(request.getParameterMap()));
        return "redirect:"
                + (asked.get().turn() == null
                        ? new WalkAddress(here.base(), other, Answers.NONE).here()
                        : here.after(new Press.OnTask(task, number, outcome, other)));
    }

    private Optional<Asked> asked(Programme.Entry entry, WalkAddress here, String task, int number) {
        Piece piece = entry.piece();
        if (piece == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return rehearsals.play(
                piece,
                rehearsal ->
                        task.isEmpty() ? new Asked(null, rehearsal.brief()) : asked(rehearsal, here, task, number));
    }

    private static Asked asked(Rehearsal rehearsal, WalkAddress here, String task, int number) {
        List<Scene> scenes = rehearsal.play(here.brief(), here.answers());
        Turn turn = scenes.get(scenes.size() - 1)
                .turn(task, number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Asked(turn, rehearsal.form(turn));
    }

    private static Map<String, String> other(List<FormField> sample, Map<String, String> entered) {
        Map<String, String> other = new HashMap<>();
        for (FormField field : sample) {
            String given = shortened(entered.getOrDefault(field.id(), "").strip());
            String made = field.value() == null ? "" : field.value().toString();
            boolean said = entered.containsKey(field.id());
            if (said && !given.equals(made) && !field.readonly() && !field.is("file")) {
                other.put(field.id(), given);
            }
        }
        return other;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static WalkAddress address(Programme.Entry entry, String answers, String brief) {
        return new WalkAddress(
                entry.base(), Filled.read(brief), Answers.read(answers).orElse(Answers.NONE));
    }
}
