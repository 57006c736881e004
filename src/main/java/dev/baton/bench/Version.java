package dev.baton.bench;

import dev.baton.engine.DefinitionVersion;
import dev.baton.engine.VersionWork;

/**
 * A version of a workflow or of a decision table as its owner looks at it.
 *
 * @param author who deployed it: a mail address or the name of a program's token; empty if that was the folder
 * @param comment why, in the author's words; may be empty
 * @param work how many requests run and ended in it
 */
public record Version(DefinitionVersion definition, String author, String comment, VersionWork work) {

    /** Counts from 1. */
    public int number() {
        return definition.version();
    }

    /** Whether it is one of a decision table, at which no request runs. */
    public boolean isDecision() {
        return definition.file().endsWith(".dmn");
    }

    String id() {
        return definition.id();
    }
}
