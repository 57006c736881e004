package dev.baton.bench;

import dev.baton.engine.DecisionVersions;
import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.Deployments;
import dev.baton.engine.Migrations;
import dev.baton.engine.VersionWork;
import dev.baton.models.Author;
import dev.baton.models.Deployed;
import dev.baton.models.Difference;
import dev.baton.models.ModelVersion;
import dev.baton.models.ModelVersions;
import dev.baton.models.Models;
import dev.baton.models.SourceFile;
import dev.baton.models.Way;
import dev.baton.people.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All versions of a workflow or of a decision table: what each does differently, its file, and the way back to it. */
@Component
public class Versions {

    /** Comparisons that are kept; all are made anew after so many. */
    private static final int MOST = 500;

    private final Deployments deployments;
    private final DecisionVersions decisions;
    private final Models models;
    private final ModelVersions records;
    private final Migrations migrations;
    private final Map<String, Difference> compared = new ConcurrentHashMap<>();

    Versions(
            Deployments deployments,
            DecisionVersions decisions,
            Models models,
            ModelVersions records,
            Migrations migrations) {
        this.deployments = deployments;
        this.decisions = decisions;
        this.models = models;
        this.records = records;
        this.migrations = migrations;
    }

    /** All versions of the process with this key, newest first; none if there is no such process. */
    public List<Version> of(String key) {
        Map<String, VersionWork> work = migrations.work(key);
        Map<String, ModelVersion> recorded = recorded(key);
        return deployments.versionsOf(key).stream()
                .map(version ->
                        version(version, recorded.get(version.id()), work.getOrDefault(version.id(), VersionWork.NONE)))
                .toList();
    }

    /** All versions of the decision table with this key, newest first; none if there is no such table. */
    public List<Version> ofDecision(String key) {
        Map<String, ModelVersion> recorded = recorded(key);
        return decisions.of(key).stream()
                .map(version -> version(version, recorded.get(version.id()), VersionWork.NONE))
                .toList();
    }

    /** The newest version of every decision table. */
    public List<DefinitionVersion> decisions() {
        return decisions.latest();
    }

    /** The newest versions of the workflows that decide by this table. */
    public List<DefinitionVersion> usersOf(Version decision) {
        return models.usersOf(decision.definition().key());
    }

    private Map<String, ModelVersion> recorded(String key) {
        return records.of(key).stream().collect(Collectors.toMap(ModelVersion::definitionId, Function.identity()));
    }

    private static Version version(DefinitionVersion version, @Nullable ModelVersion recorded, VersionWork work) {
        return recorded == null
                ? new Version(version, "", "", work)
                : new Version(version, recorded.author(), recorded.comment(), work);
    }

    /** The version with this number. */
    public Optional<Version> find(String key, int number) {
        return of(key).stream().filter(version -> version.number() == number).findFirst();
    }

    /** The file as it was deployed. */
    public byte[] file(Version version) {
        return deployments.bytes(version.id());
    }

    /** What the later version does differently. Versions never change, so each two are compared once or so. */
    public Difference between(Version earlier, Version later) {
        if (compared.size() >= MOST) {
            compared.clear();
        }
        return compared.computeIfAbsent(
                earlier.id() + " " + later.id(), unread -> Difference.between(file(earlier), file(later)));
    }

    /** Whether this person may change the workflow: its owner, and admins; a decision table belongs to its users' owners. */
    public boolean mayChange(Version newest, Person person) {
        Author author = Author.person(person, Way.PAGE);
        String key = newest.definition().key();
        return newest.isDecision() ? models.mayChangeDecision(key, author) : models.mayChange(key, author);
    }

    private SourceFile source(Version version) {
        return new SourceFile(version.definition().file(), file(version));
    }

    /**
     * Deploys the file of an earlier version as a new one. Requests that run stay where they are.
     *
     * @param comment why, for the list of versions
     * @param newest the version that the person saw as the newest; if another came meanwhile, nothing is deployed and the
     *     report says so
     */
    public Deployed goBack(Version to, Person by, String comment, int newest) {
        return models.deploy(
                List.of(source(to)),
                Author.person(by, Way.PAGE),
                comment,
                Map.of(to.definition().key(), newest));
    }
}
