package dev.baton.inbox;

/** How sure it is that a mail comes from who it says it is from, by what our own mail server found out (RFC 8601). */
public enum SenderProof {

    /** Our mail server checked it: DMARC passed for the sender's domain (RFC 7489), or a signature or route of that domain. */
    PROVEN,

    /** No mail server is named whose word counts ({@code baton.inbox.authserv-id}), and nothing speaks against the sender. */
    UNCHECKED,

    /** Our mail server could not say, says nothing, or the mail names more than one sender. */
    UNPROVEN,

    /** Our mail server says that the sender's domain did not send it. */
    DISPROVEN;

    /** Whether what the mail says may count as its sender's own word, as far as anybody checks that here. */
    public boolean countsAsTheirs() {
        return this == PROVEN || this == UNCHECKED;
    }
}
