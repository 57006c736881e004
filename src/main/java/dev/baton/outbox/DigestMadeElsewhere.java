package dev.baton.outbox;

/** Another node made this reader's digest of the day first; what was begun for it is to be undone. */
final class DigestMadeElsewhere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DigestMadeElsewhere(Throwable cause) {
        super(cause);
    }
}
