package dev.baton.engine;

import java.util.List;

/** Why work cannot go on at a step of another version. */
public enum Hindrance {
    /** No step of the other version is meant to take it. */
    NO_STEP,
    /** The step that is meant to take it is of another kind, such as a mail in place of a task. */
    OTHER_KIND,
    /** One version gives the step to one person, the other to several. */
    SEVERAL,
    /** The step stands within a group of steps, or has events at its border, that the other version has not. */
    OTHER_PLACE,
    /** The work is on its way between two steps, or stands still because a step failed. */
    ON_ITS_WAY,
    /** Anything else. */
    OTHER;

    /** The engine has only sentences for what hinders a step from being mapped to another. */
    static Hindrance of(List<String> failures) {
        String said = String.join(" ", failures);
        if (said.contains("incompatible types") || said.contains("not supported")) {
            return OTHER_KIND;
        } else if (said.contains("multi-instance")) {
            return SEVERAL;
        } else if (said.contains("scope") || said.contains("ancestor")) {
            return OTHER_PLACE;
        }
        return said.contains("no migration instruction") ? NO_STEP : OTHER;
    }
}
