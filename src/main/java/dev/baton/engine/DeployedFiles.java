package dev.baton.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ResourceDefinition;

/** The files of the models that hold now, as they were deployed. */
public class DeployedFiles {

    private final RepositoryService repository;

    DeployedFiles(RepositoryService repository) {
        this.repository = repository;
    }

    private record Place(String deployment, String file) {}

    /** Each file that the latest version of some process or decision came from, once. */
    public List<byte[]> latest() {
        return Stream.concat(
                        repository.createProcessDefinitionQuery().latestVersion().list().stream(),
                        repository.createDecisionDefinitionQuery().latestVersion().list().stream())
                .map(DeployedFiles::place)
                .distinct()
                .map(this::bytes)
                .toList();
    }

    private static Place place(ResourceDefinition definition) {
        return new Place(definition.getDeploymentId(), definition.getResourceName());
    }

    private byte[] bytes(Place place) {
        return EngineCalls.call(place.file(), () -> {
            try (InputStream file = repository.getResourceAsStream(place.deployment(), place.file())) {
                return file.readAllBytes();
            } catch (IOException unreadable) {
                throw new UncheckedIOException("The file " + place.file(), unreadable);
            }
        });
    }
}
