package dev.baton.outbox;

import dev.baton.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What every template may name as {@code mail}, whatever its own model is.
 *
 * @param reference the request's reference, {@code LAUNCH-42}; null where the mail belongs to no request
 * @param to the address the mail goes to
 * @param replyTo the address an answer goes to
 * @param quietUrl where its reader says how often they want mail
 * @param picture what the mail shows; null where it shows nothing
 */
record Envelope(
        @Nullable String reference, String to, String replyTo, String quietUrl, MailPicture.@Nullable Shown picture) {

    static Envelope of(OutgoingMail mail, EmailAddress replyTo, String quietUrl) {
        return new Envelope(
                mail.request() == null ? null : mail.request().toString(),
                mail.to().value(),
                replyTo.value(),
                quietUrl,
                mail.picture() == null ? null : mail.picture().shown());
    }
}
