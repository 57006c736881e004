package dev.baton.models;

import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.Deployments;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How files stand to what is deployed. */
final class Standing {

    private final Deployments deployments;

    Standing(Deployments deployments) {
        this.deployments = deployments;
    }

    /** For each process and decision table in the files the newest version of it; nothing for what cannot be read. */
    List<Newest> of(List<SourceFile> files) {
        return files.stream()
                .flatMap(file -> file.read().stream().flatMap(model -> of(file, model)))
                .toList();
    }

    private Stream<Newest> of(SourceFile file, Model model) {
        return (model.isDecision() ? model.decisions() : model.process().stream())
                .flatMap(element -> element.id().stream().map(key -> {
                    Optional<DefinitionVersion> newest = newest(model, key);
                    return new Newest(
                            file.name(),
                            key,
                            element.attribute("name").orElse(key),
                            newest.orElse(null),
                            newest.filter(version -> Arrays.equals(deployments.bytes(version.id()), file.bytes()))
                                    .isPresent());
                }));
    }

    /** What was deployed after this moment and says something else than the file; nothing if that is not so. */
    Optional<Newest> newer(SourceFile file, Instant since) {
        return of(List.of(file)).stream()
                .filter(newest -> !newest.same())
                .filter(newest ->
                        newest.newest() != null && newest.newest().deployedAt().isAfter(since))
                .findFirst();
    }

    /** What was deployed after just this content was, whichever way; nothing if the content is the newest, or new. */
    Optional<Newest> after(SourceFile file, ModelVersions versions) {
        List<Newest> newest = of(List.of(file));
        return newest.stream()
                .filter(each -> !each.same())
                .findFirst()
                .filter(ahead -> newest.stream()
                        .allMatch(each -> versions.of(each.key()).stream()
                                .anyMatch(version ->
                                        Arrays.equals(deployments.bytes(version.definitionId()), file.bytes()))));
    }

    private Optional<DefinitionVersion> newest(Model model, String key) {
        return model.isDecision() ? deployments.newestDecision(key) : deployments.newestProcess(key);
    }
}
