package dev.baton.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The models that the engine has, in all their versions. */
public class Deployments {

    private final RepositoryService repository;
    private final JdbcClient jdbc;

    Deployments(RepositoryService repository, JdbcClient jdbc) {
        this.repository = repository;
        this.jdbc = jdbc;
    }

    /**
     * Deploys the file; the same bytes under the same name make no new version, on whichever node.
     *
     * @param file name of the file with its ending, {@code .bpmn} or {@code .dmn}
     * @return the versions that are new; none if the engine has just these bytes as its latest
     * @throws WorkflowFailed with the engine's reason if it cannot read the file
     * @throws CodeRefused if the model holds code
     */
    public List<DefinitionVersion> deploy(String file, byte[] bytes) {
        return EngineCalls.call(file, () -> {
            List<ProcessDefinition> fresh = repository
                    .createDeployment()
                    .name(file)
                    .source("baton")
                    .enableDuplicateFiltering(true)
                    .addInputStream(file, new ByteArrayInputStream(bytes))
                    .deployWithResult()
                    .getDeployedProcessDefinitions();
            return fresh == null ? List.of() : versions(fresh);
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

    /** The file of a version as it was deployed. */
    public String xml(String definitionId) {
        return EngineCalls.call(definitionId, () -> {
            try (InputStream stream = repository.getProcessModel(definitionId)) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("The model of " + definitionId, unreadable);
            }
        });
    }

    private List<DefinitionVersion> versions(List<ProcessDefinition> definitions) {
        return definitions.stream().map(this::version).toList();
    }

    private DefinitionVersion version(ProcessDefinition definition) {
        return new DefinitionVersion(
                definition.getId(),
                definition.getKey(),
                definition.getName() == null ? definition.getKey() : definition.getName(),
                definition.getVersion(),
                definition.getResourceName(),
                repository
                        .createDeploymentQuery()
                        .deploymentId(definition.getDeploymentId())
                        .singleResult()
                        .getDeploymentTime()
                        .toInstant());
    }
}
