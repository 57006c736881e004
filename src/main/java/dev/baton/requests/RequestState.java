package dev.baton.requests;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** All the states that a request has; where in its workflow it is, the engine knows. */
public enum RequestState {
    OPEN,
    DELIVERED,
    CLOSED;

    /** The word as it stands in addresses and in the API. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
