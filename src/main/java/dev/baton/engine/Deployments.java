package dev.baton.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The models that the engine has, in all their versions. */
public class Deployments {

    private final RepositoryService repository;
    private final JdbcClient jdbc;

    Deployments(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /**
     * Waits until no other transaction deploys, on whichever node, and lets none deploy before this one has ended. What is
     * read after that stays true until then. It is the row that the engine itself locks; locked before the engine is
     * called, since that lets one thread at a time in and would then wait for whoever waits outside.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        jdbc.sql("select value_ from act_ge_property where name_ = 'deployment.lock' for update")
                .query(String.class)
                .list();
    }

    /**
     * Deploys all the files, or none of them if the engine cannot read one; each makes a new version of what is in it.
     *
     * @param files bytes by the name of the file with its ending, {@code .bpmn} or {@code .dmn}
     * @throws WorkflowFailed with the engine's reason if it cannot read a file; the transaction is then to be rolled back
     * @throws CodeRefused if a model holds code; likewise
     */
    @Transactional
    public Deployment deploy(Map<String, byte[]> files) {
        lock();
        return EngineCalls.call(String.join(", ", files.keySet()), () -> {
            DeploymentBuilder builder = repository
                    .createDeployment()
                    .name(files.keySet().iterator().next())
                    .source("baton");
            files.forEach((name, bytes) -> builder.addInputStream(name, new ByteArrayInputStream(bytes)));
            DeploymentWithDefinitions deployed = builder.deployWithResult();
            return new Deployment(
                    deployed.getId(),
                    deployed.getName(),
                    deployed.getDeploymentTime().toInstant(),
                    versions(deployed));
        });
    }

    private List<DefinitionVersion> versions(DeploymentWithDefinitions deployed) {
        Instant at = deployed.getDeploymentTime().toInstant();
        return Stream.of(deployed.getDeployedProcessDefinitions(), deployed.getDeployedDecisionDefinitions())
                .filter(Objects::nonNull)
                .flatMap(Collection<? extends ResourceDefinition>::stream)
                .map(definition -> version(definition, at))
                .toList();
    }

    /** The newest deployments, newest first. */
    public List<Deployment> newest(int most) {
        return repository.createDeploymentQuery().orderByDeploymentTime().desc().listPage(0, most).stream()
                .map(this::deployment)
                .toList();
    }

    /** The deployment that this version of a process or of a decision table came with. */
    public Optional<Deployment> deploymentOf(String definitionId) {
        return definition(definitionId)
                .map(ResourceDefinition::getDeploymentId)
                .map(id -> repository.createDeploymentQuery().deploymentId(id).singleResult())
                .map(this::deployment);
    }

    private Deployment deployment(org.camunda.bpm.engine.repository.Deployment found) {
        Instant at = found.getDeploymentTime().toInstant();
        List<DefinitionVersion> versions = Stream.concat(
                        repository.createProcessDefinitionQuery().deploymentId(found.getId()).list().stream(),
                        repository.createDecisionDefinitionQuery().deploymentId(found.getId()).list().stream())
                .map(definition -> version(definition, at))
                .toList();
        return new Deployment(found.getId(), found.getName(), at, versions);
    }

    private Optional<ResourceDefinition> definition(String id) {
        ResourceDefinition process = repository
                .createProcessDefinitionQuery()
                .processDefinitionId(id)
                .singleResult();
        return Optional.ofNullable(
                process != null
                        ? process
                        : repository
                                .createDecisionDefinitionQuery()
                                .decisionDefinitionId(id)
                                .singleResult());
    }

    /** The newest version of the process with this key. */
    public Optional<DefinitionVersion> newestProcess(String key) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult())
                .map(this::version);
    }

    /** The newest version of the decision table with this key. */
    public Optional<DefinitionVersion> newestDecision(String key) {
        return Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .latestVersion()
                        .singleResult())
                .map(decision -> version(decision, deployedAt(decision)));
    }

    /**
     * The very bytes of the file that this version of a process or of a decision table came from.
     *
     * @throws NoSuchElementException if there is no such version
     */
    public byte[] bytes(String definitionId) {
        ResourceDefinition definition =
                definition(definitionId).orElseThrow(() -> new NoSuchElementException("No version " + definitionId));
        return EngineCalls.call(definitionId, () -> {
            try (InputStream file =
                    repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
                return file.readAllBytes();
            } catch (IOException unreadable) {
                throw new UncheckedIOException("The file of " + definitionId, unreadable);
            }
        });
    }

    /** The latest version of every process, by key. */
    public List<DefinitionVersion> latest() {
        return versions(repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list());
    }

    /** The ids of the latest version of every process. */
    public List<String> latestIds() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getId)
                .sorted()
                .toList();
    }

    /** Something that is another whenever anything was deployed or taken away, on whichever node; cheap to ask. */
    public Object stamp() {
        return jdbc.sql("select count(*) as deployments, max(deploy_time_) as newest from act_re_deployment")
                .query((row, number) -> row.getLong("deployments") + " " + row.getTimestamp("newest"))
                .single();
    }

    /** All versions of the process, newest first. */
    public List<DefinitionVersion> versionsOf(String key) {
        return versions(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .orderByProcessDefinitionVersion()
                .desc()
                .list());
    }

    /** The version with this id, or nothing. */
    public Optional<DefinitionVersion> version(String definitionId) {
        return versions(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(definitionId)
                        .list())
                .stream()
                .findFirst();
    }

    /** Whether a decision table of this key is deployed. */
    public boolean hasDecision(String key) {
        return repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .count()
                > 0;
    }

    /** The model of a version, to read; the engine keeps it parsed. */
    public BpmnModelInstance model(String definitionId) {
        return EngineCalls.call(definitionId, () -> repository.getBpmnModelInstance(definitionId));
    }

    /** The file of a version as text, without the line that says in which encoding its bytes are. */
    public String xml(String definitionId) {
        return XmlText.of(bytes(definitionId));
    }

    /** Every version of every process. */
    public List<DefinitionVersion> all() {
        return versions(repository.createProcessDefinitionQuery().list());
    }

    /** The times of many are asked for at once. */
    private List<DefinitionVersion> versions(List<ProcessDefinition> definitions) {
        if (definitions.size() < 2) {
            return definitions.stream().map(this::version).toList();
        }
        Map<String, Instant> times = repository.createDeploymentQuery().list().stream()
                .collect(Collectors.toMap(
                        org.camunda.bpm.engine.repository.Deployment::getId,
                        deployment -> deployment.getDeploymentTime().toInstant()));
        return definitions.stream()
                .filter(definition -> times.containsKey(definition.getDeploymentId()))
                .map(definition -> version(definition, Objects.requireNonNull(times.get(definition.getDeploymentId()))))
                .toList();
    }

    private DefinitionVersion version(ProcessDefinition definition) {
        return version(definition, deployedAt(definition));
    }

    private Instant deployedAt(ResourceDefinition definition) {
        return repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult()
                .getDeploymentTime()
                .toInstant();
    }

    private static DefinitionVersion version(ResourceDefinition definition, Instant deployedAt) {
        return new DefinitionVersion(
                definition.getId(),
                definition.getKey(),
                definition.getName() == null ? definition.getKey() : definition.getName(),
                definition.getVersion(),
                definition.getResourceName(),
                deployedAt);
    }
}
