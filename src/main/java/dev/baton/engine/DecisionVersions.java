package dev.baton.engine;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;

/** The decision tables that the engine has, in all their versions. */
public class DecisionVersions {

    private final RepositoryService repository;

    DecisionVersions(RepositoryService repository) {
        this.repository = repository;
    }

    /** All versions of the table with this key, newest first. */
    public List<DefinitionVersion> of(String key) {
        return versions(repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .orderByDecisionDefinitionVersion()
                .desc()
                .list());
    }

    /** The latest version of every table, by key. */
    public List<DefinitionVersion> latest() {
        return versions(repository
                .createDecisionDefinitionQuery()
                .latestVersion()
                .orderByDecisionDefinitionKey()
                .asc()
                .list());
    }

    private List<DefinitionVersion> versions(List<DecisionDefinition> tables) {
        return tables.stream().map(this::version).toList();
    }

    private DefinitionVersion version(DecisionDefinition table) {
        return new DefinitionVersion(
                table.getId(),
                table.getKey(),
                table.getName() == null ? table.getKey() : table.getName(),
                table.getVersion(),
                table.getResourceName(),
                repository
                        .createDeploymentQuery()
                        .deploymentId(table.getDeploymentId())
                        .singleResult()
                        .getDeploymentTime()
                        .toInstant());
    }
}
