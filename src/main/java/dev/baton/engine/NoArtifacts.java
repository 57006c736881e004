package dev.baton.engine;

import org.camunda.bpm.engine.ArtifactFactory;

/** Refuses to make an object of any class that a model names. */
final class NoArtifacts implements ArtifactFactory {

    @Override
    public <T> T getArtifact(Class<T> type) {
        throw new CodeRefused("the class " + type.getName());
    }
}
