package dev.baton.inbox;

import java.time.Instant;

/**
 * A mail that its sender sent before another one.
 *
 * @param alike whether subject and own words are the very same
 */
public record Earlier(Instant receivedAt, boolean alike) {}
