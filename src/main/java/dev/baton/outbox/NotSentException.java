package dev.baton.outbox;

/** A mail server has not taken a mail. */
class NotSentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Trouble trouble;

    NotSentException(Trouble trouble, Throwable cause) {
        super(trouble.detail(), cause);
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
