package dev.baton.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose word about senders counts.
 *
 * @param authservId the name under which our own mail server writes Authentication-Results headers (RFC 8601 §2.5), such
 *     as {@code mx.google.com}; {@value SenderProofs#MICROSOFT_365} for that one, which leaves its name out; null where it
 *     writes none
 */
@ConfigurationProperties("baton.inbox")
record TrustProperties(@Nullable String authservId) {}
