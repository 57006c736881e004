package dev.baton.intake;

import dev.baton.requests.IncomingMessage;
import java.util.Optional;

/**
 * A mail that somebody forwarded for its author.
 *
 * @param original what the author wrote
 * @param forwarder what the forwarder wrote above it, for colleagues
 */
record PassedOn(Letter original, Letter forwarder) {

    /** What the author says; answers to the mail that brought it belong to it where nothing else stands for that mail. */
    IncomingMessage message() {
        return note().isPresent()
                ? original.message()
                : original.message().under(forwarder.mail().messageId());
    }

    /** What the forwarder says, which the author does not read; nothing where there is nothing. */
    Optional<IncomingMessage> note() {
        return Optional.of(forwarder.ownMessage()).filter(note -> !note.text().isBlank());
    }
}
