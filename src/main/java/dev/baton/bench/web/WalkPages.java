package dev.baton.bench.web;

import dev.baton.bench.rehearsal.Answers;
import dev.baton.bench.rehearsal.Filled;
import dev.baton.bench.rehearsal.Piece;
import dev.baton.bench.rehearsal.Rehearsals;
import dev.baton.bench.rehearsal.Scene;
import jakarta.servlet.http.HttpServletResponse;
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

/** Walks through a workflow by pressing outcomes; each page plays everything from the beginning and keeps nothing. */
@Controller
@RequestMapping({
    "/bench/workflows/{key}/walk",
    "/bench/drafts/{draft}/walk",
    "/bench/drafts/{draft}/workflows/{key}/walk"
})
class WalkPages {

    private final Programme programme;
    private final Rehearsals rehearsals;

    WalkPages(Programme programme, Rehearsals rehearsals) {
        this.programme = programme;
        this.rehearsals = rehearsals;
    }

    @GetMapping
    String walk(
            @PathVariable(required = false) @Nullable String draft,
            @PathVariable(required = false) @Nullable String key,
            @RequestParam(defaultValue = "") String answers,
            @RequestParam(defaultValue = "") String brief,
            Model model,
            HttpServletResponse response) {
        Programme.Entry entry = programme.find(draft, key);
        model.addAttribute("entry", entry);
        Piece piece = entry.piece();
        if (piece == null) {
            return "bench/rehearsal-none";
        }
        Optional<Answers> pressed = Answers.read(answers);
        WalkAddress address = new WalkAddress(entry.base(), Filled.read(brief), pressed.orElse(Answers.NONE));
        model.addAttribute("unreadable", pressed.isEmpty());
        model.addAttribute("walk", address);
        Optional<WalkView> view = rehearsals.play(piece, rehearsal -> WalkView.of(rehearsal, address));
        if (view.isEmpty()) {
            return RehearsalResponse.waiting(response);
        }
        model.addAttribute("view", view.get());
        RehearsalResponse.framing(response);
        return "bench/walk";
    }

    /** The page of a task as whoever has it sees it, to be shown in a frame. */
    @GetMapping("/task")
    String task(
            @PathVariable(required = false) @Nullable String draft,
            @PathVariable(required = false) @Nullable String key,
            @RequestParam(defaultValue = "") String answers,
            @RequestParam(defaultValue = "") String brief,
            @RequestParam String task,
            @RequestParam(defaultValue = "1") int number,
            Model model,
            HttpServletResponse response) {
        Piece piece = programme.find(draft, key).piece();
        if (piece == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Optional<Map<String, Object>> page = rehearsals.play(piece, rehearsal -> {
            List<Scene> scenes =
                    rehearsal.play(Filled.read(brief), Answers.read(answers).orElse(Answers.NONE));
            return scenes.get(scenes.size() - 1)
                    .turn(task, number)
                    .map(rehearsal::page)
                    .orElse(Map.of());
        });
        if (page.isEmpty()) {
            return RehearsalResponse.waitingInFrame(response, model);
        }
        if (page.get().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        RehearsalResponse.framed(response);
        model.addAllAttributes(page.get());
        model.addAttribute("shell", null);
        return "tasks/task";
    }
}
