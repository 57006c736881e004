package dev.baton.outbox;

import dev.baton.shared.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address that mails come back from. Mails to it wait; on the day the mark ends they are tried again, and another that
 * comes back marks the address anew.
 *
 * @param status the enhanced status code (RFC 3463) that was given; null if none was
 * @param diagnostic the mail server's own words on one line, may be empty
 */
public record Undeliverable(
        EmailAddress address,
        Instant since,
        Instant until,
        @Nullable String status,
        String diagnostic) {}
