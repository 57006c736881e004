package dev.baton.intake;

import java.util.Locale;

/** Why an answer that a workflow waits for has to be confirmed by a press of the requester. */
public enum WhyAsked {
    /** Somebody else wrote it, who has no say in the request. */
    ANOTHER,
    /** Nobody vouches who wrote it. */
    UNPROVEN,
    /** It is not certain which of its words are the sender's, or none is. */
    DOUBT;

    /** The word in the names of texts and in the mail. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
