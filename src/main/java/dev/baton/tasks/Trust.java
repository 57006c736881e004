package dev.baton.tasks;

/** How sure it is that an answer by mail comes from who it says it is from. */
public enum Trust {

    /** As sure as a press on the person's own link: the answer decides. */
    FULL,

    /** Somebody else may have written it: the person is asked to confirm it with a press. */
    WEAK
}
