package dev.baton.models;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much a finding matters: an error stops the deployment, a warning will trouble people, a note is good to know. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /** The word of the API, lower-case. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
