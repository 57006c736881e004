package dev.baton.engine;

import dev.baton.shared.RequestRef;

/**
 * Running work is about to be moved to another version. Published in the transaction that moves it, before anything is read
 * of it, so that whoever locks rows of theirs before those of the engine locks them here too, and nobody waits in a circle.
 */
public record WorkMoving(RequestRef request, String processId) {}
