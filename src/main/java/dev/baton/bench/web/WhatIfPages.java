package dev.baton.bench.web;

import dev.baton.bench.rehearsal.NotPlayableException;
import dev.baton.bench.whatif.Trial;
import dev.baton.bench.whatif.WhatIf;
import dev.baton.bench.whatif.WhatIfs;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What would have become of past requests under a draft, or under a version that was deployed. */
@Controller
class WhatIfPages {

    /** How many requests the page offers to try. */
    private static final List<Integer> CHOICES = List.of(50, Trial.USUAL, 500, Trial.MOST);

    private final WhatIfTrials trials;
    private final WhatIfs whatIfs;
    private final WhatIfViews views;

    WhatIfPages(WhatIfTrials trials, WhatIfs whatIfs, WhatIfViews views) {
        this.trials = trials;
        this.whatIfs = whatIfs;
        this.views = views;
    }

    @GetMapping({"/bench/drafts/{draft}/what-if", "/bench/drafts/{draft}/workflows/{key}/what-if"})
    String draft(
            @PathVariable String draft,
            @PathVariable(required = false) @Nullable String key,
            @RequestParam(defaultValue = "" + Trial.USUAL) int requests,
            Model model,
            HttpServletResponse response) {
        return show(trials.draft(draft, key, Trial.within(requests)), model, response);
    }

    @GetMapping("/bench/workflows/{key}/versions/{number}/what-if")
    String version(
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "" + Trial.USUAL) int requests,
            Model model,
            HttpServletResponse response) {
        return show(trials.version(key, number, Trial.within(requests)), model, response);
    }

    private String show(WhatIfTrial tried, Model model, HttpServletResponse response) {
        model.addAttribute("entry", tried);
        model.addAttribute("choices", CHOICES);
        Trial trial = tried.trial();
        if (trial == null) {
            return "bench/rehearsal-none";
        }
        try {
            WhatIfs.State state = whatIfs.of(trial);
            WhatIf found = state.found();
            if (found == null) {
                model.addAttribute("played", state.played());
                RehearsalResponse.waiting(response);
                return "bench/what-if-waiting";
            }
            model.addAttribute("wanted", trial.requests());
            model.addAttribute("view", views.of(found));
            return "bench/what-if";
        } catch (NotPlayableException refused) {
            model.addAttribute("reason", refused.getMessage());
            return "bench/rehearsal-refused";
        }
    }
}
