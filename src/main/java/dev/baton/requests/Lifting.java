package dev.baton.requests;

import java.util.Locale;

/** Why a blocker holds no longer. */
enum Lifting {
    /** Somebody said so. */
    SAID,
    /** The task or the request that waited is over itself. */
    OVER,
    /** The request that was waited for is delivered. */
    DELIVERED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
