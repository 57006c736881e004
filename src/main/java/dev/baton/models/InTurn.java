package dev.baton.models;

import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.Deployment;
import dev.baton.engine.Deployments;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One deployment after the other, on all nodes, so that each knows what it stands beside. */
final class InTurn {

    private final ModelCheck check;
    private final Rights rights;
    private final Deployments deployments;
    private final ModelVersions versions;
    private final Standing standing;

    InTurn(ModelCheck check, Rights rights, Deployments deployments, ModelVersions versions) {
        this.check = check;
        this.rights = rights;
        this.deployments = deployments;
        this.versions = versions;
        this.standing = new Standing(deployments);
    }

    /** For each process and decision table in the files the newest version of it. */
    List<Newest> standing(List<SourceFile> files) {
        return standing.of(files);
    }

    /** What came after this moment and is not what is in the file. */
    Optional<Newest> newer(SourceFile file, Instant since) {
        return standing.newer(file, since);
    }

    /** What came after the file, if it was deployed before with just this content. */
    Optional<Newest> after(SourceFile file) {
        return standing.after(file, versions);
    }

    /**
     * In the transaction at hand, which is to be rolled back where this throws something. Whose a workflow is may have
     * changed since it was looked at: of two who bring the same new one, the first has it.
     */
    Deployed deploy(
            List<SourceFile> files,
            List<CheckedFile> checked,
            Author author,
            String comment,
            Map<String, Integer> seen) {
        deployments.lock();
        List<Newest> changing =
                standing.of(files).stream().filter(newest -> !newest.same()).toList();
        Deployed overtaken = Deployed.refused(IntStream.range(0, files.size())
                .mapToObj(place -> checked.get(place)
                        .with(rights.missing(files.get(place), author))
                        .with(meanwhile(files.get(place), changing, seen)))
                .toList());
        Map<String, byte[]> changed = new LinkedHashMap<>();
        files.stream()
                .filter(file ->
                        changing.stream().anyMatch(newest -> newest.file().equals(file.name())))
                .forEach(file -> changed.put(file.name(), file.bytes()));
        if (!overtaken.isDone() || changed.isEmpty()) {
            return overtaken;
        }
        Deployment deployment = deployments.deploy(changed);
        versions.record(deployment, author, comment);
        return new Deployed(checked, deployment.versions(), deployment.id());
    }

    private List<Finding> meanwhile(SourceFile file, List<Newest> changing, Map<String, Integer> seen) {
        return check.findings(
                "meanwhile",
                findings -> changing.stream()
                        .filter(newest -> newest.file().equals(file.name()))
                        .forEach(newest -> compare(newest, seen, findings)));
    }

    private void compare(Newest newest, Map<String, Integer> seen, Findings findings) {
        DefinitionVersion version = newest.newest();
        if (version != null && seen.getOrDefault(newest.key(), newest.version()) != newest.version()) {
            String author =
                    versions.find(version.id()).map(ModelVersion::author).orElse("");
            findings.error(0, author.isEmpty() ? "version" : "version.by", version.name(), version.version(), author);
        }
    }
}
