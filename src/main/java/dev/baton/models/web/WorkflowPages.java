package dev.baton.models.web;

import dev.baton.engine.DefinitionVersion;
import dev.baton.models.Diagram;
import dev.baton.models.ModelFile;
import dev.baton.models.ModelFiles;
import dev.baton.models.Models;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.BatonProperties;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The workflows, what has to be mended in their files, and each one's diagram and versions. */
@Controller
@RequestMapping("/workflows")
class WorkflowPages {

    private final Workflows workflows;
    private final Models models;
    private final ModelFiles files;
    private final Diagram diagram;
    private final People people;
    private final Moments moments;
    private final BatonProperties baton;

    WorkflowPages(
            Workflows workflows,
            Models models,
            ModelFiles files,
            Diagram diagram,
            People people,
            Moments moments,
            BatonProperties baton) {
        this.workflows = workflows;
        this.models = models;
        this.files = files;
        this.diagram = diagram;
        this.people = people;
        this.moments = moments;
        this.baton = baton;
    }

    /** A workflow as the list shows it. */
    record Row(Workflow workflow, String owner, String deployed) {}

    /** One version as the list of versions shows it. */
    record VersionRow(int version, String file, String deployed) {}

    @GetMapping
    String list(Model model) {
        List<DefinitionVersion> versions = models.versions();
        model.addAttribute(
                "rows",
                workflows.all().stream()
                        .map(workflow -> row(workflow, versions))
                        .toList());
        model.addAttribute(
                "broken",
                files.all().stream()
                        .filter(file -> !file.report().findings().isEmpty())
                        .sorted(java.util.Comparator.comparing(
                                        (ModelFile file) -> file.report().deployable())
                                .thenComparing(ModelFile::name))
                        .toList());
        return "models/workflows";
    }

    @GetMapping("/{key}")
    String workflow(@PathVariable String key, Model model) {
        Workflow workflow = workflows.byKey(key).orElseThrow(WorkflowPages::missing);
        model.addAttribute("workflow", workflow);
        model.addAttribute("owner", owner(workflow));
        model.addAttribute("intake", baton.address());
        model.addAttribute("says", diagram.says(workflow.definitionId(), Map.of()));
        model.addAttribute("steps", diagram.steps(workflow.definitionId()));
        model.addAttribute(
                "versions",
                models.versions().stream()
                        .filter(version -> version.key().equals(key))
                        .map(version -> new VersionRow(version.version(), version.file(), when(version)))
                        .toList());
        return "models/workflow";
    }

    /** The drawing of the version that new requests follow, for the page to draw. */
    @GetMapping("/{key}/diagram")
    ResponseEntity<String> diagram(@PathVariable String key) {
        Workflow workflow = workflows.byKey(key).orElseThrow(WorkflowPages::missing);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(diagram.xml(workflow.definitionId()));
    }

    /** The same as a picture. */
    @GetMapping(path = "/{key}/diagram.svg", produces = "image/svg+xml")
    @ResponseBody
    String picture(@PathVariable String key) {
        Workflow workflow = workflows.byKey(key).orElseThrow(WorkflowPages::missing);
        return diagram.picture(workflow.definitionId(), Map.of()).orElseThrow(WorkflowPages::missing);
    }

    private Row row(Workflow workflow, List<DefinitionVersion> versions) {
        return new Row(
                workflow,
                owner(workflow),
                versions.stream()
                        .filter(version -> version.id().equals(workflow.definitionId()))
                        .map(this::when)
                        .findFirst()
                        .orElse(""));
    }

    private String when(DefinitionVersion version) {
        return moments.day(version.deployedAt(), people.defaultCalendar().zone());
    }

    private String owner(Workflow workflow) {
        String names =
                people.resolve(workflow.owner()).stream().map(Person::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? workflow.owner() : names;
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
