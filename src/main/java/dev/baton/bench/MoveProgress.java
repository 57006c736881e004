package dev.baton.bench;

import dev.baton.engine.Hindrance;
import dev.baton.shared.RequestRef;
import java.util.List;

/**
 * How far a move has come.
 *
 * @param moved how many requests go on in the new version
 * @param stayed those that could not be moved, by their references; the first hundred
 * @param staying how many could not
 */
public record MoveProgress(int moved, List<Stayed> stayed, int staying) {

    /**
     * A request that goes on as it was.
     *
     * @param step id of the step that it stands at, in its version; empty if none in particular kept it
     */
    public record Stayed(RequestRef request, Hindrance why, String step) {}
}
