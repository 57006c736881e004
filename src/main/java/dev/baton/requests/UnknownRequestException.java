package dev.baton.requests;

import dev.baton.shared.RequestRef;

/** There is no request with this reference. */
public final class UnknownRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RequestRef ref;

    UnknownRequestException(RequestRef ref) {
        super("There is no request " + ref);
        this.ref = ref;
    }

    public RequestRef ref() {
        return ref;
    }
}
