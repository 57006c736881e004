package dev.baton.models.web;

import dev.baton.engine.DefinitionVersion;
import dev.baton.models.CheckReport;
import dev.baton.models.CheckedFile;
import dev.baton.models.Deployed;
import dev.baton.models.Finding;
import dev.baton.models.ModelCheck;
import dev.baton.models.ModelVersion;
import dev.baton.models.ModelVersions;
import dev.baton.models.Models;
import dev.baton.models.SourceFile;
import dev.baton.models.Way;
import dev.baton.shared.Page;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Models checked, deployed and listed over HTTP. */
@RestController
@RequestMapping("/api/models")
class ModelsApi {

    private static final int MOST = 200;

    private final ModelCheck check;
    private final Models models;
    private final ModelVersions versions;
    private final Authors authors;
    private final MessageSource messages;

    ModelsApi(ModelCheck check, Models models, ModelVersions versions, Authors authors, MessageSource messages) {
        this.check = check;
        this.models = models;
        this.versions = versions;
        this.authors = authors;
        this.messages = messages;
    }

    /** @param findings what the check found in the file */
    record FileReport(String name, boolean deployable, List<Finding> findings) {

        static FileReport of(CheckedFile file) {
            return new FileReport(
                    file.name(), file.report().deployable(), file.report().findings());
        }
    }

    /**
     * @param findings what the check found in all files
     * @param files the same by file
     * @param versions what is new
     */
    record Deployment(
            boolean deployable, List<Finding> findings, List<FileReport> files, List<DefinitionVersion> versions) {}

    /**
     * A version as the list has it.
     *
     * @param author a mail address, or the name of a program's token; null where the file was put into the folder, and for
     *     versions that are older than this record, like the two that follow
     * @param source {@code folder}, {@code page}, {@code api} or {@code modeler}
     */
    record ListedVersion(
            String id,
            String key,
            String name,
            int version,
            String file,
            Instant deployedAt,
            @Nullable String author,
            @Nullable String source,
            @Nullable String comment) {

        static ListedVersion of(DefinitionVersion version, Optional<ModelVersion> made) {
            return new ListedVersion(
                    version.id(),
                    version.key(),
                    version.name(),
                    version.version(),
                    version.file(),
                    version.deployedAt(),
                    made.map(ModelVersion::author)
                            .filter(author -> !author.isEmpty())
                            .orElse(null),
                    made.map(ModelVersion::way).map(Way::word).orElse(null),
                    made.map(ModelVersion::comment)
                            .filter(comment -> !comment.isEmpty())
                            .orElse(null));
        }
    }

    /**
     * Checks the file in the body; deploys nothing.
     *
     * @param file its name; without one it is named after the process or decision in it
     */
    @PostMapping("/check")
    CheckReport check(@RequestParam(required = false) @Nullable String file, InputStream body) throws IOException {
        SourceFile sent = SentModels.one(file, body);
        return check.check(sent.name(), sent.bytes());
    }

    /** Deploys the file in the body: 201 with the new versions, 200 if nothing is new, 422 with the findings. */
    @PostMapping
    ResponseEntity<?> deploy(
            @RequestParam(required = false) @Nullable String file,
            @RequestParam(defaultValue = "") String comment,
            InputStream body,
            Principal principal)
            throws IOException {
        return deploy(List.of(SentModels.one(file, body)), comment, principal);
    }

    /** Deploys all files of the form, or none of them; they may need each other. Answers as for one file. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> deployAll(
            MultipartHttpServletRequest form, @RequestParam(defaultValue = "") String comment, Principal principal)
            throws IOException {
        List<SourceFile> files = SentModels.all(form);
        return files.isEmpty() ? noFile() : deploy(files, comment, principal);
    }

    private ResponseEntity<?> deploy(List<SourceFile> files, String comment, Principal principal) {
        Deployed deployed = models.deploy(files, authors.of(principal, Way.API), comment);
        List<FileReport> reports = deployed.files().stream().map(FileReport::of).toList();
        if (!deployed.isDone()) {
            return refused(deployed.report(), reports);
        }
        return ResponseEntity.status(deployed.versions().isEmpty() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(new Deployment(true, deployed.report().findings(), reports, deployed.versions()));
    }

    /** Every version of every process, newest first. */
    @GetMapping
    Page<ListedVersion> list(@RequestParam(defaultValue = "0") int after, @RequestParam(defaultValue = "50") int size) {
        List<DefinitionVersion> all = models.versions();
        int from = Math.max(0, Math.min(after, all.size()));
        int to = Math.min(all.size(), from + Math.max(1, Math.min(size, MOST)));
        List<ListedVersion> page = all.subList(from, to).stream()
                .map(version -> ListedVersion.of(version, versions.find(version.id())))
                .toList();
        return new Page<>(page, to < all.size() ? String.valueOf(to) : null);
    }

    private ResponseEntity<ProblemDetail> refused(CheckReport report, List<FileReport> files) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        problem.setDetail(messages.getMessage(
                files.size() == 1 ? "models.problem.refused" : "models.problem.refused.all", null, Locale.ENGLISH));
        problem.setProperty("deployable", false);
        problem.setProperty("findings", report.findings());
        problem.setProperty("files", files);
        return ResponseEntity.unprocessableContent().body(problem);
    }

    private ResponseEntity<ProblemDetail> noFile() {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        problem.setDetail(messages.getMessage("models.problem.no-file", null, Locale.ENGLISH));
        return ResponseEntity.badRequest().body(problem);
    }
}
