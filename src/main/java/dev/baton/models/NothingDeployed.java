package dev.baton.models;

import java.util.Optional;
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
}
