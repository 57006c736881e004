package dev.baton.requests;

import java.util.Locale;

/** Why readers are told to be careful with whoever seems to have written a message. */
public enum Doubt {

    /** Nobody of the request has this address, and none of our people. */
    STRANGER,

    /** Our mail server could not confirm that the mail came from this address. */
    UNPROVEN;

    /** The word in templates and texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
