package dev.baton.models.web;

import dev.baton.engine.DefinitionVersion;
import dev.baton.models.CheckReport;
import dev.baton.models.Deployed;
import dev.baton.models.Finding;
import dev.baton.models.ModelCheck;
import dev.baton.models.Models;
import dev.baton.shared.Page;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Models checked, deployed and listed over HTTP. */
@RestController
@RequestMapping("/api/models")
class ModelsApi {

    private static final int MOST = 200;

    private final ModelCheck check;
    private final Models models;
    private final MessageSource messages;

    ModelsApi(ModelCheck check, Models models, MessageSource messages) {
        this.check = check;
        this.models = models;
        this.messages = messages;
    }

    /** @param findings what the check found; only a deployable file was deployed */
    record Deployment(boolean deployable, List<Finding> findings, List<DefinitionVersion> versions) {}

    /**
     * Checks the file in the body; deploys nothing.
     *
     * @param file its name; without one it is named after the process or decision in it
     */
    @PostMapping("/check")
    CheckReport check(@RequestParam(required = false) @Nullable String file, InputStream body) throws IOException {
        byte[] bytes = read(body);
        return check.check(Models.nameOf(file, bytes), bytes);
    }

    /** Deploys the file in the body: 201 with the new versions, 200 if nothing is new, 422 with the findings. */
    @PostMapping
    ResponseEntity<?> deploy(@RequestParam(required = false) @Nullable String file, InputStream body)
            throws IOException {
        byte[] bytes = read(body);
        Deployed deployed = models.deploy(Models.nameOf(file, bytes), bytes);
        if (!deployed.report().deployable()) {
            return refused(deployed.report());
        }
        return ResponseEntity.status(deployed.versions().isEmpty() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(new Deployment(true, deployed.report().findings(), deployed.versions()));
    }

    /** Every version of every process, newest first. */
    @GetMapping
    Page<DefinitionVersion> list(
            @RequestParam(defaultValue = "0") int after, @RequestParam(defaultValue = "50") int size) {
        List<DefinitionVersion> all = models.versions();
        int from = Math.max(0, Math.min(after, all.size()));
        int to = Math.min(all.size(), from + Math.max(1, Math.min(size, MOST)));
        return new Page<>(all.subList(from, to), to < all.size() ? String.valueOf(to) : null);
    }

    /** No more than the check looks at is kept in memory; that it is too much, the check says. */
    private static byte[] read(InputStream body) throws IOException {
        return body.readNBytes(Models.LARGEST + 1);
    }

    private ResponseEntity<ProblemDetail> refused(CheckReport report) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        problem.setDetail(messages.getMessage("models.problem.refused", null, Locale.ENGLISH));
        problem.setProperty("deployable", false);
        problem.setProperty("findings", report.findings());
        return ResponseEntity.unprocessableContent().body(problem);
    }
}
