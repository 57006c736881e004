package dev.baton.models;

import dev.baton.outbox.TemplateReport;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The surroundings of files that are checked by themselves, without a running Baton. */
record NothingDeployed(Colleagues colleagues) implements Surroundings {

    @Override
    public Optional<Model> process(String key) {
        return Optional.empty();
    }

    @Override
    public boolean hasDecision(String key) {
        return false;
    }

    @Override
    public Stream<Model> othersThan(String key) {
        return Stream.empty();
    }

    @Override
    public Stream<Neighbour> neighbours(String key) {
        return Stream.empty();
    }

    @Override
    public boolean isSomebody(String addressOrTeam) {
        return colleagues.isSomebody(addressOrTeam);
    }

    @Override
    public boolean isTeam(String key) {
        return colleagues.isTeam(key);
    }

    @Override
    public boolean hasTemplate(String name) {
        return colleagues.hasTemplate(name);
    }

    @Override
    public Optional<TemplateReport> mail(String template, boolean isTask, Set<String> given) {
        return colleagues.mail(template, isTask, given);
    }
}
