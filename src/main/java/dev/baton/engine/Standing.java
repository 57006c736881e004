package dev.baton.engine;

import dev.baton.shared.RequestRef;

/** A process instance that runs, and whose request it belongs to. */
public record Standing(String processId, RequestRef request) {}
