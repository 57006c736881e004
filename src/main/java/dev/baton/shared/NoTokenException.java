package dev.baton.shared;

import org.jspecify.annotations.Nullable;

/** There is no access token to sign in to a mail server with. */
public final class NoTokenException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean refused;

    NoTokenException(String words, boolean refused, @Nullable Throwable cause) {
        super(words, cause);
        this.refused = refused;
    }

    /** Whether the token server said no; else it could not be asked. */
    public boolean isRefused() {
        return refused;
    }
}
