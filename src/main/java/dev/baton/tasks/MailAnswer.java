package dev.baton.tasks;

import dev.baton.requests.IncomingMessage;
import dev.baton.shared.EmailAddress;

/**
 * An answer to a task as it came by mail.
 *
 * @param message what joins the conversation
 * @param own those of its words that may decide
 */
record MailAnswer(IncomingMessage message, String own, Trust trust) {

    EmailAddress author() {
        return message.author();
    }
}
