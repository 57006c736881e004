package dev.baton.tasks;

import dev.baton.engine.FormAnswers;
import dev.baton.requests.Decision;
import dev.baton.shared.RequestRef;

/** What became of an answer to a task. */
public sealed interface TaskReply {

    /** Whether the answer decided the task. */
    default boolean decided() {
        return false;
    }

    /** It is decided, by this answer. */
    record Recorded(Decision decision) implements TaskReply {
        @Override
        public boolean decided() {
            return true;
        }
    }

    /** Nothing changed, because the task waits for this person no longer. */
    record TooLate(Standing standing) implements TaskReply {}

    /**
     * Nothing is decided yet, because something is missing.
     *
     * @param outcomeMissing whether no outcome of the task was named
     * @param commentMissing whether the outcome asks for a comment and there is none
     * @param form the task's form with what is wrong in it
     */
    record Incomplete(boolean outcomeMissing, boolean commentMissing, FormAnswers form) implements TaskReply {}

    /** Nothing is decided yet: whose task it is was asked whether they wrote it. */
    record ToBeConfirmed(String outcome) implements TaskReply {}

    /** Nothing is decided: the task waits for this other request, as the answer says. */
    record Waits(RequestRef other) implements TaskReply {}

    /** Nothing is decided: whoever wrote does not have the task. */
    record NotTheirs() implements TaskReply {}
}
