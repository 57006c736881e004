package dev.baton.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a mail to ourselves was taken by the mail server.
 *
 * @param messageId the Message-ID it was sent with
 * @param sentAt when the server had taken it
 * @param answer what the server said when it took it; null if it did not
 * @param trouble why it did not; null if it did
 * @param encrypted whether nobody could listen
 * @param local whether the server is on this machine
 * @param certificateEnds until when the server's certificate is good; null if it was not encrypted
 */
public record SentCheck(
        String messageId,
        Instant sentAt,
        @Nullable String answer,
        @Nullable Trouble trouble,
        boolean encrypted,
        boolean local,
        @Nullable Instant certificateEnds) {}
