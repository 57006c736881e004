package dev.baton.requests;

import dev.baton.shared.EmailAddress;

/**
 * Somebody said that a blocker is out of the way, who is not the one that it held up. Told in the transaction that writes it
 * down.
 */
public record BlockerLifted(Blocker blocker, EmailAddress by) {}
