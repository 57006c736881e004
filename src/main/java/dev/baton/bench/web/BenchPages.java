package dev.baton.bench.web;

import dev.baton.bench.Draft;
import dev.baton.bench.Drafts;
import dev.baton.bench.Versions;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.shared.BatonProperties;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Where a process owner begins: a model to check, and what was checked lately. */
@Controller
class BenchPages {

    private static final int LATELY = 10;

    private final Drafts drafts;
    private final Workflows workflows;
    private final Versions versions;
    private final DraftViews views;
    private final BatonProperties baton;

    BenchPages(Drafts drafts, Workflows workflows, Versions versions, DraftViews views, BatonProperties baton) {
        this.drafts = drafts;
        this.workflows = workflows;
        this.versions = versions;
        this.views = views;
        this.baton = baton;
    }

    /** A draft as the list has it. */
    record Line(String id, String title, String made) {}

    @GetMapping("/bench")
    ModelAndView bench(Principal principal) {
        return page(principal);
    }

    @PostMapping("/bench/drafts")
    ModelAndView check(
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String text,
            Principal principal)
            throws IOException {
        UploadForm form = new UploadForm(files == null ? List.of() : files, text);
        if (form.problem().isPresent()) {
            ModelAndView page =
                    page(principal).addObject("problem", form.problem().get()).addObject("text", text);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Draft draft = drafts.keep(principal.getName(), form.draftFiles());
        return new ModelAndView("redirect:/bench/drafts/" + draft.id());
    }

    private ModelAndView page(Principal principal) {
        List<Workflow> all = workflows.all();
        return new ModelAndView("bench/bench")
                .addObject("workflows", all)
                .addObject("modeler", baton.link("/engine-rest"))
                .addObject("decisions", versions.decisions())
                .addObject(
                        "drafts",
                        drafts.newestOf(principal.getName(), LATELY).stream()
                                .map(draft -> new Line(draft.id(), draft.title(), views.made(draft, principal)))
                                .toList());
    }
}
