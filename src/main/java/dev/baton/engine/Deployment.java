package dev.baton.engine;

import java.time.Instant;
import java.util.List;

/**
 * One deployment.
 *
 * @param id the engine's id of it
 * @param name of its first file
 * @param versions of processes and decision tables that came with it
 */
public record Deployment(String id, String name, Instant at, List<DefinitionVersion> versions) {

    public Deployment {
        versions = List.copyOf(versions);
    }
}
