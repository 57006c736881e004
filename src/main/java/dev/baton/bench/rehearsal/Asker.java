package dev.baton.bench.rehearsal;

import dev.baton.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for the work in a rehearsal, and what they call it.
 *
 * @param campaign what it is part of, if anything
 */
public record Asker(
        EmailAddress address,
        String name,
        String title,
        @Nullable String campaign) {}
