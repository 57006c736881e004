package dev.baton.models;

import dev.baton.engine.DefinitionVersion;
import org.jspecify.annotations.Nullable;

/**
 * What a file stands beside: the newest version of the process or decision table that is in it.
 *
 * @param file the name of the file
 * @param key of the process or decision table in it
 * @param name what the file calls it; its key if it has no name
 * @param newest the version that goes on if the file is not deployed; null if it is new
 * @param same whether that version came from just these bytes, so that deploying would change nothing
 */
public record Newest(
        String file, String key, String name, @Nullable DefinitionVersion newest, boolean same) {

    /** The number of the version that is there now; 0 if it is new. */
    public int version() {
        return newest == null ? 0 : newest.version();
    }
}
