package dev.baton.models;

import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.Deployments;
import dev.baton.people.People;
import dev.baton.shared.EmailAddress;
import java.util.List;
import java.util.stream.Stream;

/** What there is besides the file that is checked: what is deployed, and who works here. */
final class Surroundings {

    private final Deployments deployments;
    private final Workflows workflows;
    private final People people;
    private final Together others;

    Surroundings(Deployments deployments, Workflows workflows, People people) {
        this(deployments, workflows, people, new Together(List.of()));
    }

    private Surroundings(Deployments deployments, Workflows workflows, People people, Together others) {
        this.deployments = deployments;
        this.workflows = workflows;
        this.people = people;
        this.others = others;
    }

    /** The same, and files that are deployed together with the one that is checked. */
    Surroundings with(Together coming) {
        return new Surroundings(deployments, workflows, people, coming);
    }

    boolean hasProcess(String key) {
        return others.processes().contains(key)
                || deployments.latest().stream().map(DefinitionVersion::key).anyMatch(key::equals);
    }

    boolean hasDecision(String key) {
        return others.decisions().contains(key) || deployments.hasDecision(key);
    }

    /** The deployed workflows but this one. */
    Stream<Workflow> others(String key) {
        return workflows.all().stream().filter(workflow -> !workflow.key().equals(key));
    }

    /** Whether the text is the address of somebody in the people file or the key of a team. */
    boolean isSomebody(String addressOrTeam) {
        return people.team(addressOrTeam).isPresent()
                || EmailAddress.parse(addressOrTeam).flatMap(people::find).isPresent();
    }
}
