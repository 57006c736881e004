package dev.baton.inbox;

/** A mail could not be handled, for a reason that the person who reads the ledger understands. */
public final class NotHandledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason what is in the way, without a full stop at its end */
    public NotHandledException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
