package dev.baton.models;

import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.Deployments;
import dev.baton.outbox.TemplateTrials;
import dev.baton.people.People;
import java.util.Optional;
import java.util.stream.Stream;

/** The surroundings of a running Baton: what is deployed, the people file, and the folder of mail templates. */
final class DeployedModels implements Surroundings {

    private final Deployments deployments;
    private final Workflows workflows;
    private final Colleagues colleagues;

    DeployedModels(Deployments deployments, Workflows workflows, People people, TemplateTrials templates) {
        this.deployments = deployments;
        this.workflows = workflows;
        this.colleagues = new Colleagues(people, templates);
    }

    @Override
    public Optional<Model> process(String key) {
        return deployments.latest().stream()
                .filter(version -> version.key().equals(key))
                .findFirst()
                .flatMap(this::read);
    }

    @Override
    public boolean hasDecision(String key) {
        return deployments.hasDecision(key);
    }

    @Override
    public Stream<Model> othersThan(String key) {
        return deployments.latest().stream()
                .filter(version -> !version.key().equals(key))
                .flatMap(version -> read(version).stream());
    }

    @Override
    public Stream<Neighbour> neighbours(String key) {
        return workflows.all().stream()
                .filter(workflow -> !workflow.key().equals(key))
                .map(Neighbour::of);
    }

    @Override
    public Colleagues colleagues() {
        return colleagues;
    }

    /** What was deployed could be read once; if it cannot be now, it counts as not there. */
    private Optional<Model> read(DefinitionVersion version) {
        try {
            return Optional.of(Model.read(version.file(), deployments.bytes(version.id())));
        } catch (UnreadableModel unreadable) {
            return Optional.empty();
        }
    }
}
