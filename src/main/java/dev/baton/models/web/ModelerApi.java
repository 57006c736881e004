package dev.baton.models.web;

import dev.baton.engine.Deployment;
import dev.baton.engine.Deployments;
import dev.baton.engine.EngineVersion;
import dev.baton.models.Author;
import dev.baton.models.CheckedFile;
import dev.baton.models.Deployed;
import dev.baton.models.Finding;
import dev.baton.models.Models;
import dev.baton.models.Newest;
import dev.baton.models.Severity;
import dev.baton.models.SourceFile;
import dev.baton.models.Way;
import dev.baton.shared.BatonProperties;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * What the Deploy button of Camunda Modeler calls (its {@code CamundaAPI} and {@code WellKnownAPI}), answered as the
 * engine's REST API answers. There is no more of that API here.
 */
@RestController
class ModelerApi {

    private static final int MOST = 100;

    private final Models models;
    private final Deployments deployments;
    private final Authors authors;
    private final EngineAnswers answers;
    private final BatonProperties baton;
    private final MessageSource messages;

    ModelerApi(
            Models models,
            Deployments deployments,
            Authors authors,
            EngineAnswers answers,
            BatonProperties baton,
            MessageSource messages) {
        this.models = models;
        this.deployments = deployments;
        this.authors = authors;
        this.answers = answers;
        this.baton = baton;
        this.messages = messages;
    }

    /** Which element templates and properties Modeler offers depends on it. */
    @GetMapping("/engine-rest/version")
    Map<String, String> version() {
        return Map.of("version", EngineVersion.text());
    }

    /** Asked with {@code maxResults=0} to see whether there is an engine, and whether it wants credentials. */
    @GetMapping("/engine-rest/deployment")
    List<EngineAnswers.Listed> deployments(@RequestParam(defaultValue = "" + MOST) int maxResults) {
        int most = Math.max(0, Math.min(maxResults, MOST));
        return most == 0
                ? List.of()
                : deployments.newest(most).stream().map(answers::listed).toList();
    }

    /**
     * Deploys the diagram and the files that were chosen with it, all or none: 200 also if nothing is new, 400 with what to
     * mend as {@code message}, which Modeler shows in its log. How duplicates are to be filtered is not asked: the same
     * bytes never make a new version.
     */
    @PostMapping(path = "/engine-rest/deployment/create", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> create(
            MultipartHttpServletRequest form,
            @RequestParam(name = "deployment-name", required = false) @Nullable String name,
            @RequestParam(name = "deployment-source", required = false) @Nullable String source,
            @RequestParam(name = "tenant-id", defaultValue = "") String tenant,
            Principal principal)
            throws IOException {
        if (!tenant.isBlank()) {
            return invalid("models.modeler.tenant", tenant);
        }
        Optional<String> foreign = names(form).filter(file -> !isModel(file)).findFirst();
        if (foreign.isPresent()) {
            return invalid("models.modeler.file", foreign.get());
        }
        List<SourceFile> files = SentModels.all(form);
        if (files.isEmpty()) {
            return invalid("models.modeler.nothing");
        }
        Author author = authors.of(principal, Way.MODELER);
        Deployed deployed = models.deploy(files, author, comment(name, files));
        return deployed.isDone() ? done(deployed, files, name, source) : refused(deployed);
    }

    private static Stream<String> names(MultipartHttpServletRequest form) {
        return form.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .map(MultipartFile::getOriginalFilename)
                .flatMap(Stream::ofNullable);
    }

    private static boolean isModel(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return Stream.of(".bpmn", ".dmn", ".bpmn20.xml", ".dmn11.xml").anyMatch(name::endsWith);
    }

    /** Modeler offers the name of the file; who writes something else wants to say something. */
    private static String comment(@Nullable String name, List<SourceFile> files) {
        return name == null || files.stream().anyMatch(file -> file.name().startsWith(name + ".")) ? "" : name;
    }

    private ResponseEntity<?> done(
            Deployed deployed, List<SourceFile> files, @Nullable String name, @Nullable String source) {
        Deployment deployment = Stream.ofNullable(deployed.deployment())
                .flatMap(id -> deployed.versions().stream())
                .map(version -> version.id())
                .findFirst()
                .or(() -> models.standing(files).stream()
                        .map(Newest::newest)
                        .flatMap(Stream::ofNullable)
                        .map(version -> version.id())
                        .findFirst())
                .flatMap(deployments::deploymentOf)
                .orElseThrow(() -> new IllegalStateException("Deployed and not there: " + name));
        return ResponseEntity.ok(answers.created(deployment.id(), deployment.at(), name, source, deployed.versions()));
    }

    private ResponseEntity<?> refused(Deployed deployed) {
        StringBuilder words = new StringBuilder(text("models.modeler.refused"));
        for (CheckedFile file : deployed.files()) {
            file.report().findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .forEach(finding -> words.append('\n').append(sentence(file, finding)));
        }
        return ResponseEntity.badRequest().body(answers.refusal(words.toString(), deployed.files()));
    }

    private String sentence(CheckedFile file, Finding finding) {
        String name = finding.name() == null ? finding.element() : finding.name();
        String key = name != null ? "models.modeler.finding.element" : "models.modeler.finding";
        return text(
                key,
                file.name(),
                name == null ? "" : name,
                String.valueOf(Math.max(1, finding.line())),
                finding.message(),
                finding.fix());
    }

    private ResponseEntity<?> invalid(String key, Object... about) {
        return ResponseEntity.badRequest().body(answers.invalid(text(key, about)));
    }

    /** Where Modeler's "Open in Camunda Cockpit" leads: to the workflows; what it adds comes behind the {@code #}. */
    @GetMapping("/.well-known/camunda-automation-platform/webapps")
    Map<String, String> pages() {
        return Map.of("cockpitUrl", baton.link("/workflows#").toString());
    }

    private String text(String key, Object... about) {
        return messages.getMessage(key, about, Locale.ENGLISH);
    }
}
