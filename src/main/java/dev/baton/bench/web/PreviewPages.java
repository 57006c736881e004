package dev.baton.bench.web;

import dev.baton.bench.rehearsal.Answers;
import dev.baton.bench.rehearsal.FoundTask;
import dev.baton.bench.rehearsal.Journey;
import dev.baton.bench.rehearsal.Piece;
import dev.baton.bench.rehearsal.Preview;
import dev.baton.bench.rehearsal.Previews;
import dev.baton.tasks.FormViews;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What a workflow will do to people: every mail and page it can produce, and how many mails each person gets. */
@Controller
@RequestMapping({"/bench/workflows/{key}", "/bench/drafts/{draft}", "/bench/drafts/{draft}/workflows/{key}"})
class PreviewPages {

    private final Programme programme;
    private final Previews previews;
    private final FormViews forms;

    PreviewPages(Programme programme, Previews previews, FormViews forms) {
        this.programme = programme;
        this.previews = previews;
        this.forms = forms;
    }

    /** A task with where its page is shown. */
    record TaskCard(FoundTask task, String frame, String walk) {}

    /**
     * A way with where it can be walked.
     *
     * @param label the end of the key of its name
     */
    record Column(Journey journey, String label, String walk) {}

    @GetMapping("/preview")
    String preview(
            @PathVariable(required = false) @Nullable String draft,
            @PathVariable(required = false) @Nullable String key,
            Model model,
            HttpServletResponse response) {
        Programme.Entry entry = programme.find(draft, key);
        model.addAttribute("entry", entry);
        Piece piece = entry.piece();
        if (piece == null) {
            return "bench/rehearsal-none";
        }
        Optional<Preview> preview = previews.of(piece);
        if (preview.isEmpty()) {
            return RehearsalResponse.waiting(response);
        }
        show(entry, preview.get(), model);
        RehearsalResponse.framing(response);
        return "bench/preview";
    }

    private static void show(Programme.Entry entry, Preview preview, Model model) {
        model.addAttribute("preview", preview);
        model.addAttribute(
                "uncounted",
                preview.uncounted().stream().map(kind -> label(entry, kind)).toList());
        model.addAttribute("walk", new WalkAddress(entry.base(), Map.of(), Answers.NONE));
        model.addAttribute(
                "columns",
                preview.journeys().stream()
                        .map(journey -> new Column(
                                journey,
                                label(entry, journey.kind()),
                                address(entry, journey).here()))
                        .toList());
        model.addAttribute(
                "tasks", preview.tasks().stream().map(task -> card(entry, task)).toList());
    }

    private static String label(Programme.Entry entry, Journey.Kind kind) {
        Piece piece = entry.piece();
        boolean known = piece != null && !piece.usual().isEmpty();
        return kind == Journey.Kind.USUAL && known ? "MOSTLY" : kind.name();
    }

    private static WalkAddress address(Programme.Entry entry, Journey journey) {
        return new WalkAddress(entry.base(), journey.brief(), journey.answers());
    }

    private static TaskCard card(Programme.Entry entry, FoundTask task) {
        WalkAddress there = new WalkAddress(entry.base(), task.brief(), task.answers());
        return new TaskCard(task, there.task(task.task(), task.number()), there.here());
    }

    /** The drawing of the workflow as the draft has it. */
    @GetMapping("/diagram")
    ResponseEntity<byte[]> diagram(
            @PathVariable(required = false) @Nullable String draft,
            @PathVariable(required = false) @Nullable String key) {
        Piece piece = programme.find(draft, key).piece();
        byte[] file = piece == null ? null : piece.files().get(piece.workflow() + ".bpmn");
        return file == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(file);
    }

    /** The brief as people fill it in, to be shown in a frame. */
    @GetMapping("/preview/brief")
    String brief(
            @PathVariable(required = false) @Nullable String draft,
            @PathVariable(required = false) @Nullable String key,
            Model model,
            HttpServletResponse response) {
        Programme.Entry entry = programme.find(draft, key);
        Piece piece = entry.piece();
        if (piece == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Optional<Preview> preview = previews.of(piece);
        if (preview.isEmpty()) {
            return RehearsalResponse.waitingInFrame(response, model);
        }
        RehearsalResponse.framed(response);
        model.addAttribute("shell", null);
        model.addAttribute("workflow", preview.get().workflow());
        model.addAttribute("form", forms.of(List.copyOf(preview.get().brief())));
        return "bench/preview-brief";
    }
}
