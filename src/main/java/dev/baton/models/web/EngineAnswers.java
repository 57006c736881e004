package dev.baton.models.web;

import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.Deployment;
import dev.baton.models.CheckedFile;
import dev.baton.models.Finding;
import dev.baton.models.Severity;
import dev.baton.shared.BatonProperties;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers as the REST API of Camunda 7.24 gives them, as far as Camunda Modeler calls it (Camunda manual, "REST API"). */
@Component
class EngineAnswers {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    private final BatonProperties baton;

    EngineAnswers(BatonProperties baton) {
        this.baton = baton;
    }

    record Link(String method, String href, String rel) {}

    record Listed(
            List<Link> links,
            String id,
            @Nullable String name,
            @Nullable String source,
            String deploymentTime,
            @Nullable String tenantId) {}

    record Created(
            List<Link> links,
            @Nullable String id,
            @Nullable String name,
            @Nullable String source,
            String deploymentTime,
            @Nullable String tenantId,
            @Nullable Map<String, Process> deployedProcessDefinitions,
            @Nullable Map<String, String> deployedCaseDefinitions,
            @Nullable Map<String, Decision> deployedDecisionDefinitions,
            @Nullable Map<String, String> deployedDecisionRequirementsDefinitions) {}

    record Process(
            String id,
            String key,
            @Nullable String category,
            @Nullable String description,
            String name,
            int version,
            String resource,
            String deploymentId,
            @Nullable String diagram,
            boolean suspended,
            @Nullable String tenantId,
            @Nullable String versionTag,
            boolean startableInTasklist) {}

    record Decision(
            String id,
            String key,
            String name,
            int version,
            String resource,
            String deploymentId,
            @Nullable String tenantId) {}

    /** @param line 0 where the file as a whole is meant */
    record Problem(
            String message, int line, int column, @Nullable String mainElementId, List<String> elementIds) {}

    record Report(List<Problem> errors, List<Problem> warnings) {}

    /** @param message what Modeler shows */
    record Refusal(
            String type, String message, int code, @Nullable Map<String, Report> details) {}

    Listed listed(Deployment deployment) {
        return new Listed(List.of(), deployment.id(), deployment.name(), "baton", TIME.format(deployment.at()), null);
    }

    /**
     * @param name what the deployment was called by whoever sent it
     * @param fresh what is new; of a deployment that was there before the engine says nothing
     */
    Created created(
            String id, Instant at, @Nullable String name, @Nullable String source, List<DefinitionVersion> fresh) {
        Map<String, Process> processes = new LinkedHashMap<>();
        Map<String, Decision> decisions = new LinkedHashMap<>();
        for (DefinitionVersion each : fresh) {
            if (each.file().endsWith(".dmn")) {
                decisions.put(
                        each.id(),
                        new Decision(each.id(), each.key(), each.name(), each.version(), each.file(), id, null));
            } else {
                processes.put(each.id(), process(each, id));
            }
        }
        String self = baton.link("/engine-rest/deployment/" + id).toString();
        return new Created(
                List.of(new Link("GET", self, "self")),
                id,
                name,
                source,
                TIME.format(at),
                null,
                processes.isEmpty() ? null : processes,
                null,
                decisions.isEmpty() ? null : decisions,
                null);
    }

    private static Process process(DefinitionVersion version, String deployment) {
        return new Process(
                version.id(),
                version.key(),
                null,
                null,
                version.name(),
                version.version(),
                version.file(),
                deployment,
                null,
                false,
                null,
                null,
                true);
    }

    /** The findings of all files, as the engine reports what it could not parse. */
    Refusal refusal(String message, List<CheckedFile> files) {
        Map<String, Report> details = new LinkedHashMap<>();
        files.forEach(file -> details.put(
                file.name(),
                new Report(
                        problems(file, severity -> severity == Severity.ERROR),
                        problems(file, severity -> severity != Severity.ERROR))));
        return new Refusal("ParseException", message, 0, details);
    }

    Refusal invalid(String message) {
        return new Refusal("InvalidRequestException", message, 0, null);
    }

    private static List<Problem> problems(CheckedFile file, Predicate<Severity> severe) {
        return file.report().findings().stream()
                .filter(finding -> severe.test(finding.severity()))
                .map(EngineAnswers::problem)
                .toList();
    }

    private static Problem problem(Finding finding) {
        String element = finding.element();
        return new Problem(
                finding.message() + " " + finding.fix(),
                finding.line(),
                0,
                element,
                element == null ? List.of() : List.of(element));
    }
}
