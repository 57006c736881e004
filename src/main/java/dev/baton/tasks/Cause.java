package dev.baton.tasks;

import java.util.Locale;

/** Why a task came to a person. */
public enum Cause {
    /** The model names this person. */
    ASSIGNED,
    /** The model offers it to several, or to a team this person is in. */
    OFFERED,
    /** Somebody else is away. */
    SUBSTITUTE,
    /** The model names nobody that is known, so the owner of the request has it. */
    NOBODY_FOUND,
    /** A colleague gave it. */
    HANDED_OVER,
    /** It stands still with somebody else, and this is who answers for the request. */
    ESCALATED;

    /** The part of a message key that stands for it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
