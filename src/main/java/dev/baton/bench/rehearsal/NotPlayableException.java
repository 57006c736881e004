package dev.baton.bench.rehearsal;

/** A piece cannot be rehearsed at all; the message is the engine's reason. */
public final class NotPlayableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPlayableException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
