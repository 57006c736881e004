package dev.baton.intake;

import dev.baton.inbox.ReceivedMail;
import dev.baton.shared.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Whose request a mail opens. */
sealed interface Whose {

    /** Its sender's own. */
    record Senders() implements Whose {}

    /**
     * Its sender's, who is one of our people and forwarded somebody else's mail, because that somebody cannot be the requester.
     *
     * @param author who wrote it, if an address is given
     * @param name the name beside the address, or alone
     * @param why the name of the sentence that says why, for the sender
     */
    record StillSenders(
            @Nullable EmailAddress author, @Nullable String name, String why) implements Whose {

        /** The author as somebody who reads of them knows them. */
        String shown() {
            return name != null ? name : author == null ? "" : author.value();
        }
    }

    /**
     * Somebody else's, whose mail one of our people forwarded.
     *
     * @param original the mail as they sent it
     */
    record Authors(ReceivedMail original) implements Whose {}
}
