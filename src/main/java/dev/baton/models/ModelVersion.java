package dev.baton.models;

import java.time.Instant;

/**
 * Who deployed a version, and why. Versions that are older than this record have none.
 *
 * @param definitionId the engine's id of the version of a process or of a decision table
 * @param key the same for all versions
 * @param version counts from 1 for each key
 * @param deployment the engine's id of the deployment; versions that came together have the same
 * @param author a mail address, or the name of a program's token; empty where the file was put into the folder
 * @param comment why, in the author's words; may be empty
 */
public record ModelVersion(
        String definitionId,
        String key,
        int version,
        String deployment,
        String author,
        Way way,
        String comment,
        Instant deployedAt) {}
