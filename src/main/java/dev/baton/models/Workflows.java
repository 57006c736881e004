package dev.baton.models;

import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.Deployments;
import dev.baton.engine.ExtensionProperties;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The workflows that requests can follow, read from what the engine has: what another node deploys is seen at once.
 * What is kept is the reading of one version, which never changes, and the list for as long as nothing is deployed.
 */
public class Workflows {

    private final Deployments deployments;
    private final MessageSource messages;
    private final Map<String, Optional<Workflow>> read = new ConcurrentHashMap<>();
    private final Map<String, TaskDetails> tasks = new ConcurrentHashMap<>();
    private volatile @Nullable Latest latest;

    /** All workflows as they were when the engine's deployments had this stamp. */
    private record Latest(Object stamp, List<Workflow> workflows) {}

    Workflows(Deployments deployments, MessageSource messages) {
        this.deployments = deployments;
        this.messages = messages;
    }

    /** The latest version of every workflow, by name. Processes that are only called by others are not among them. */
    public List<Workflow> all() {
        Object stamp = deployments.stamp();
        Latest known = latest;
        if (known == null || !known.stamp().equals(stamp)) {
            known = new Latest(stamp, read());
            latest = known;
        }
        return known.workflows();
    }

    private List<Workflow> read() {
        return deployments.latestIds().stream()
                .flatMap(id -> version(id).stream())
                .sorted(Comparator.comparing(Workflow::name).thenComparing(Workflow::key))
                .toList();
    }

    /** The latest version of the workflow with this key. */
    public Optional<Workflow> byKey(String key) {
        return all().stream().filter(workflow -> workflow.key().equals(key)).findFirst();
    }

    /** The workflow that mail to this plus-tag or local part belongs to, whatever its case. */
    public Optional<Workflow> byAddress(String tagOrLocal) {
        return all().stream().filter(workflow -> workflow.answersTo(tagOrLocal)).findFirst();
    }

    /**
     * The workflow for mail that fits no other: the one that its model marks so, else the first by name.
     *
     * @throws NoSuchElementException if no workflow is deployed at all
     */
    public Workflow defaultWorkflow() {
        List<Workflow> all = all();
        return all.stream()
                .filter(Workflow::isDefault)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> new NoSuchElementException("No workflow is deployed"));
    }

    /** The workflow most of whose keywords stand in the text; nothing if none has any, or two have as many. */
    public Optional<Workflow> guess(String text) {
        List<Workflow> ranked = all().stream()
                .filter(workflow -> workflow.keywordsIn(text) > 0)
                .sorted(Comparator.comparingInt((Workflow workflow) -> workflow.keywordsIn(text))
                        .reversed())
                .toList();
        boolean tie = ranked.size() > 1
                && ranked.get(0).keywordsIn(text) == ranked.get(1).keywordsIn(text);
        return tie ? Optional.empty() : ranked.stream().findFirst();
    }

    /** The workflow as this version of its model states it; nothing if there is no such version or it is only called. */
    public Optional<Workflow> version(String definitionId) {
        Optional<Workflow> known = read.get(definitionId);
        if (known != null) {
            return known;
        }
        Optional<DefinitionVersion> version = deployments.version(definitionId);
        Optional<Workflow> workflow = version.flatMap(this::workflow);
        version.ifPresent(exists -> read.put(definitionId, workflow));
        return workflow;
    }

    /**
     * What a version's model says about one of its tasks.
     *
     * @param definitionId of the process that the task stands in, which may be a called one
     * @param taskKey the task's id in the model
     * @throws NoSuchElementException if there is no such task
     */
    public TaskDetails task(String definitionId, String taskKey) {
        return tasks.computeIfAbsent(definitionId + "/" + taskKey, unread -> {
            BpmnModelInstance model = deployments.model(definitionId);
            if (!(model.getModelElementById(taskKey) instanceof UserTask task)) {
                throw new NoSuchElementException("No task '" + taskKey + "' in " + definitionId);
            }
            return details(definitionId, task);
        });
    }

    private Optional<Workflow> workflow(DefinitionVersion version) {
        Process process = deployments.model(version.id()).getModelElementById(version.key());
        ExtensionProperties properties = ExtensionProperties.of(process);
        return properties
                .value("prefix")
                .map(prefix -> new Workflow(
                        version.key(),
                        version.name(),
                        Optional.ofNullable(documentation(process)).orElse(""),
                        version.version(),
                        version.id(),
                        properties.value("owner").orElse(""),
                        properties.value("question").orElse(""),
                        prefix,
                        Workflow.list(properties.value("addresses").orElse("")),
                        Workflow.list(properties.value("keywords").orElse("")),
                        properties.value("promise").orElse(null),
                        properties.value("default").filter("true"::equals).isPresent()));
    }

    private TaskDetails details(String definitionId, UserTask task) {
        ExtensionProperties properties = ExtensionProperties.of(task);
        List<Outcome> outcomes = Outcome.listOf(properties.value("outcomes").orElse(""));
        return new TaskDetails(
                definitionId,
                task.getId(),
                task.getName() == null ? task.getId() : task.getName(),
                properties.value("help").orElse(null),
                outcomes.isEmpty() ? List.of(Outcome.done(messages)) : outcomes,
                properties.value("result").orElse(TaskDetails.DEFAULT_RESULT),
                properties.value("mail").filter(template -> !template.isEmpty()).orElse(null),
                Stream.of(properties.value("remind").orElse("").split(","))
                        .map(String::strip)
                        .filter(when -> !when.isEmpty())
                        .toList(),
                Map.copyOf(properties.values()),
                documentation(task));
    }

    private static @Nullable String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(Documentation::getTextContent)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
