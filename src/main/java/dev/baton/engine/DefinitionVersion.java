package dev.baton.engine;

import java.time.Instant;

/**
 * One deployed version of a process or a decision table.
 *
 * @param id the engine's id of this version
 * @param key the id of the process or decision in its model, the same for all versions
 * @param version counts from 1 for each key
 * @param file the name of the file it came from
 */
public record DefinitionVersion(String id, String key, String name, int version, String file, Instant deployedAt) {}
