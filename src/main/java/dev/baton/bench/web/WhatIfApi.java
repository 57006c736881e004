package dev.baton.bench.web;

import dev.baton.bench.rehearsal.NotPlayableException;
import dev.baton.bench.whatif.Trial;
import dev.baton.bench.whatif.WhatIf;
import dev.baton.bench.whatif.WhatIfs;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the pages of {@link WhatIfPages} say, for programs. 202 while it is being found out: ask again in some seconds. */
@RestController
@RequestMapping("/api/bench")
class WhatIfApi {

    private static final String SECONDS = "2";

    private final WhatIfTrials trials;
    private final WhatIfs whatIfs;
    private final WhatIfViews views;
    private final MessageSource messages;

    WhatIfApi(WhatIfTrials trials, WhatIfs whatIfs, WhatIfViews views, MessageSource messages) {
        this.trials = trials;
        this.whatIfs = whatIfs;
        this.views = views;
        this.messages = messages;
    }

    /** @param played ways of requests that were looked at so far; each request has two */
    record Preparing(int played) {}

    /**
     * @param requests how many were tried
     * @param from when the oldest of them was asked for; null if there is none
     * @param examples whether nobody asked for them
     * @param other references of those that would go another way
     * @param otherwise references of those that really went another way than today's version leads them
     * @param running null if it could not be found out
     */
    record Answer(
            String workflow,
            int requests,
            @Nullable Instant from,
            @Nullable Instant to,
            boolean examples,
            String summary,
            int same,
            List<String> other,
            List<Line> ways,
            List<Load> people,
            List<Line> fields,
            List<Line> notPlayed,
            List<Line> assumed,
            List<String> otherwise,
            @Nullable List<Line> running) {}

    /** @param kind the same for sentences that say the same of other steps or fields */
    record Line(String kind, String sentence, List<String> requests) {

        static List<Line> of(List<WhatIfView.Line> lines) {
            return lines.stream()
                    .map(line -> new Line(line.kind(), line.sentence(), refs(line.requests())))
                    .toList();
        }
    }

    /**
     * @param now tasks in the version that holds now
     * @param then tasks in the other
     */
    record Load(String person, String name, int now, int then, List<String> requests) {}

    @GetMapping("/drafts/{draft}/what-if")
    ResponseEntity<?> draft(
            @PathVariable String draft,
            @RequestParam(required = false) @Nullable String workflow,
            @RequestParam(defaultValue = "" + Trial.USUAL) int requests) {
        return answer(trials.draft(draft, workflow, Trial.within(requests)));
    }

    @GetMapping("/workflows/{key}/versions/{number}/what-if")
    ResponseEntity<?> version(
            @PathVariable String key,
            @PathVariable int number,
            @RequestParam(defaultValue = "" + Trial.USUAL) int requests) {
        return answer(trials.version(key, number, Trial.within(requests)));
    }

    private ResponseEntity<?> answer(WhatIfTrial tried) {
        Trial trial = tried.trial();
        if (trial == null) {
            return refused(messages.getMessage("bench.rehearsal." + tried.obstacle(), null, Locale.ENGLISH));
        }
        try {
            return answer(trial, whatIfs.of(trial));
        } catch (NotPlayableException refused) {
            return refused(String.valueOf(refused.getMessage()));
        }
    }

    private static ResponseEntity<ProblemDetail> refused(String why) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        problem.setDetail(why);
        return ResponseEntity.unprocessableContent().body(problem);
    }

    private ResponseEntity<?> answer(Trial trial, WhatIfs.State state) {
        WhatIf found = state.found();
        return found == null
                ? ResponseEntity.accepted()
                        .header(HttpHeaders.RETRY_AFTER, SECONDS)
                        .body(new Preparing(state.played()))
                : ResponseEntity.ok(answer(trial, found, views.of(found)));
    }

    private static Answer answer(Trial trial, WhatIf found, WhatIfView view) {
        List<WhatIfView.Line> running = view.running();
        return new Answer(
                trial.then().workflow(),
                found.requests().size(),
                found.from(),
                found.to(),
                found.examples(),
                view.lead(),
                found.same(),
                refs(found.other()),
                Line.of(view.ways()),
                found.loads().stream()
                        .map(load -> new Load(
                                load.person().value(), load.name(), load.now(), load.then(), refs(load.requests())))
                        .toList(),
                Line.of(view.fields()),
                Line.of(view.unplayed()),
                Line.of(view.assumed()),
                refs(found.otherwise()),
                running == null ? null : Line.of(running));
    }

    private static List<String> refs(List<RequestRef> requests) {
        return requests.stream().map(RequestRef::toString).toList();
    }
}
