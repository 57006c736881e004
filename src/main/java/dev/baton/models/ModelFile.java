package dev.baton.models;

import java.time.Instant;

/**
 * A file of the folder, as it was last read by whichever node.
 *
 * @param digest SHA-256 of its bytes
 * @param checkedAt when it was looked at; of a refused file, when it was first refused with this content
 * @param report what the check found; where it is not deployable, the version before goes on
 */
public record ModelFile(String name, String digest, Instant checkedAt, CheckReport report) {}
