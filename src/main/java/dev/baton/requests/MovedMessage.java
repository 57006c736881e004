package dev.baton.requests;

import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a mail of the conversation was that a person moved away.
 *
 * @param to the request it belongs to now; null if it belongs to none
 */
public record MovedMessage(
        IncomingMessage message, @Nullable RequestRef to, EmailAddress by, Instant at) {}
