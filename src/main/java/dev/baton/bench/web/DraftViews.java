package dev.baton.bench.web;

import dev.baton.bench.Draft;
import dev.baton.bench.DraftFile;
import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.Deployments;
import dev.baton.models.Author;
import dev.baton.models.CheckedFile;
import dev.baton.models.Diagram;
import dev.baton.models.Difference;
import dev.baton.models.Finding;
import dev.baton.models.ModelVersion;
import dev.baton.models.ModelVersions;
import dev.baton.models.Models;
import dev.baton.models.Newest;
import dev.baton.models.Severity;
import dev.baton.models.SourceFile;
import dev.baton.models.Way;
import dev.baton.models.Workflow;
import dev.baton.models.Workflows;
import dev.baton.people.Moments;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts together what the page of a draft shows. */
@Component
class DraftViews {

    private static final Pattern DRAWN =
            Pattern.compile("<(?:\\w+:)?BPMN(?:Shape|Edge)\\b[^>]{0,500}?\\bbpmnElement=\"([^\"]{1,200})\"");

    private final Models models;
    private final ModelVersions versions;
    private final Workflows workflows;
    private final Deployments deployments;
    private final VersionRows rows;
    private final BatonProperties baton;
    private final People people;
    private final Moments moments;
    private final Diagram diagram;
    private final MessageSource messages;

    DraftViews(
            Models models,
            ModelVersions versions,
            Workflows workflows,
            Deployments deployments,
            VersionRows rows,
            BatonProperties baton,
            People people,
            Moments moments,
            Diagram diagram,
            MessageSource messages) {
        this.diagram = diagram;
        this.models = models;
        this.versions = versions;
        this.workflows = workflows;
        this.deployments = deployments;
        this.rows = rows;
        this.baton = baton;
        this.people = people;
        this.moments = moments;
        this.messages = messages;
    }

    static List<SourceFile> files(Draft draft) {
        return draft.files().stream()
                .map(file -> new SourceFile(file.name(), file.bytes()))
                .toList();
    }

    Person reader(Principal principal) {
        return people.personOrStranger(EmailAddress.of(principal.getName()));
    }

    Author author(Principal principal) {
        return Author.person(reader(principal), Way.PAGE);
    }

    DraftView of(Draft draft, Principal principal) {
        List<SourceFile> files = files(draft);
        ZoneId zone = reader(principal).zone();
        List<CheckedFile> checked = models.check(files);
        List<DraftView.FileView> views = new ArrayList<>();
        for (int place = 0; place < checked.size(); place++) {
            views.add(view(place, checked.get(place), draft.files().get(place)));
        }
        List<Newest> standing = models.standing(files);
        return new DraftView(
                draft,
                made(draft, principal),
                views,
                models.rights(files, author(principal)),
                standing.stream()
                        .filter(newest -> !newest.same())
                        .map(newest -> new DraftView.Change(newest, before(newest, zone), different(newest, files)))
                        .toList(),
                standing.stream().filter(Newest::same).map(this::inUse).toList());
    }

    private DraftView.InUse inUse(Newest newest) {
        Workflow workflow = workflows.byKey(newest.key()).orElse(null);
        String mail = workflow == null
                ? ""
                : workflow.addresses().stream()
                        .findFirst()
                        .map(tag -> baton.address().untagged().local() + "+" + tag + "@"
                                + baton.address().domain())
                        .orElse("");
        return new DraftView.InUse(newest, workflow, mail);
    }

    /** "by Nadia Brandt, Monday 2 March, 09:00 (Berlin)", in the reader's zone. */
    String made(Draft draft, Principal principal) {
        return by(draft.author(), moments.full(draft.madeAt(), reader(principal).zone()));
    }

    private List<String> different(Newest newest, List<SourceFile> files) {
        DefinitionVersion version = newest.newest();
        return version == null
                ? List.of()
                : files.stream()
                        .filter(file -> file.name().equals(newest.file()))
                        .findFirst()
                        .map(file -> rows.sentences(Difference.between(deployments.bytes(version.id()), file.bytes())
                                .changes()))
                        .orElse(List.of());
    }

    private String before(Newest newest, ZoneId zone) {
        DefinitionVersion version = newest.newest();
        if (version == null) {
            return "";
        }
        String author = versions.find(version.id()).map(ModelVersion::author).orElse("");
        return by(author, moments.full(version.deployedAt(), zone));
    }

    private String by(String author, String when) {
        String name = EmailAddress.parse(author)
                .map(address -> people.personOrStranger(address).name())
                .orElse(author);
        return name.isEmpty() ? when : messages.getMessage("bench.draft.by", new Object[] {name, when}, Locale.ENGLISH);
    }

    private DraftView.FileView view(int place, CheckedFile checked, DraftFile file) {
        String says = diagram.says(file.bytes(), worst(checked));
        Set<String> drawn = DRAWN.matcher(new String(file.bytes(), StandardCharsets.UTF_8))
                .results()
                .map(shape -> shape.group(1))
                .collect(Collectors.toSet());
        List<DraftView.Line> lines = new ArrayList<>();
        for (Finding finding : checked.report().findings()) {
            String element = finding.element();
            boolean shown = !says.isEmpty() && element != null && drawn.contains(element);
            String where = finding.name() == null ? (shown ? element : "") : finding.name();
            lines.add(new DraftView.Line(lines.size() + 1, finding, where == null ? "" : where, shown));
        }
        return new DraftView.FileView(place, checked.name(), lines, marks(lines), says, checked.report());
    }

    /** The drawing of a file of a draft with the worst that was found at each element; nothing if it is not drawn. */
    Optional<String> picture(Draft draft, int place) {
        List<CheckedFile> checked = models.check(files(draft));
        return diagram.picture(draft.files().get(place).bytes(), worst(checked.get(place)));
    }

    private static Map<String, String> worst(CheckedFile checked) {
        Map<String, String> worst = new HashMap<>();
        checked.report().findings().stream()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .filter(finding -> finding.element() != null)
                .forEach(finding -> worst.put(
                        String.valueOf(finding.element()), finding.severity().word()));
        return worst;
    }

    /** For each element the worst that was found there, and the numbers of all: {@code error.1,4:look;note.2:end}. */
    private static String marks(List<DraftView.Line> lines) {
        Map<String, List<DraftView.Line>> byElement = lines.stream()
                .filter(DraftView.Line::shown)
                .collect(Collectors.groupingBy(
                        line -> String.valueOf(line.finding().element()), LinkedHashMap::new, Collectors.toList()));
        return byElement.entrySet().stream()
                .filter(each -> !each.getKey().matches(".*[ :;].*"))
                .map(each -> worst(each.getValue()).word() + "." + numbers(each.getValue()) + ":" + each.getKey())
                .collect(Collectors.joining(";"));
    }

    private static String numbers(List<DraftView.Line> lines) {
        return lines.stream().map(line -> String.valueOf(line.number())).collect(Collectors.joining(","));
    }

    private static Severity worst(List<DraftView.Line> lines) {
        return lines.stream()
                .map(line -> line.finding().severity())
                .min(Comparator.naturalOrder())
                .orElse(Severity.NOTE);
    }
}
