package dev.baton.bench.web;

import dev.baton.bench.Draft;
import dev.baton.bench.DraftFile;
import dev.baton.bench.Drafts;
import dev.baton.models.Deployed;
import dev.baton.models.Models;
import dev.baton.models.Severity;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A draft: what was found in it, and the button that deploys it. */
@Controller
@RequestMapping("/bench/drafts/{id}")
class DraftPages {

    private final Drafts drafts;
    private final DraftViews views;
    private final Models models;

    DraftPages(Drafts drafts, DraftViews views, Models models) {
        this.drafts = drafts;
        this.views = views;
        this.models = models;
    }

    @GetMapping
    ModelAndView draft(
            @PathVariable String id, @RequestParam(required = false) @Nullable String deployed, Principal principal) {
        return page(find(id), principal).addObject("justDeployed", deployed != null);
    }

    /** A file as it was uploaded, for the page to draw and for people to save. */
    @GetMapping("/files/{place}")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable int place) {
        List<DraftFile> files = find(id).files();
        if (place < 0 || place >= files.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        DraftFile file = files.get(place);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(file.bytes());
    }

    /** Its drawing with what was found marked on it, for where no scripts run. */
    @GetMapping(path = "/files/{place}.svg", produces = "image/svg+xml")
    @ResponseBody
    String picture(@PathVariable String id, @PathVariable int place) {
        Draft draft = find(id);
        if (place < 0 || place >= draft.files().size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return views.picture(draft, place).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/deploy")
    ModelAndView deploy(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(required = false) @Nullable List<String> seen,
            Principal principal) {
        Draft draft = find(id);
        Deployed deployed = models.deploy(
                DraftViews.files(draft), views.author(principal), comment, seen(seen == null ? List.of() : seen));
        if (deployed.isDone()) {
            return new ModelAndView("redirect:/bench/drafts/" + id + "?deployed=1");
        }
        ModelAndView page = page(draft, principal)
                .addObject("comment", comment)
                .addObject(
                        "refused",
                        deployed.report().findings().stream()
                                .filter(finding -> finding.severity() == Severity.ERROR)
                                .toList());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Draft draft, Principal principal) {
        return new ModelAndView("bench/draft").addObject("view", views.of(draft, principal));
    }

    /** What cannot be read counts as not seen. */
    private static Map<String, Integer> seen(List<String> pairs) {
        Map<String, Integer> versions = new HashMap<>();
        for (String pair : pairs) {
            int equals = pair.lastIndexOf('=');
            if (equals > 0 && pair.substring(equals + 1).matches("\\d{1,9}")) {
                versions.put(pair.substring(0, equals), Integer.valueOf(pair.substring(equals + 1)));
            }
        }
        return versions;
    }

    private Draft find(String id) {
        return drafts.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
