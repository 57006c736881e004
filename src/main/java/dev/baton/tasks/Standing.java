package dev.baton.tasks;

import dev.baton.requests.Decision;
import dev.baton.requests.Request;
import java.util.List;
import java.util.Optional;

/** How a task stands for one person it was given to. */
public sealed interface Standing {

    /** Whether this person can still decide. */
    default boolean waits() {
        return false;
    }

    /** What was decided, if anything was. */
    default Optional<Decision> decision() {
        return Optional.empty();
    }

    /** It waits for this person. */
    record Waiting() implements Standing {
        @Override
        public boolean waits() {
            return true;
        }
    }

    /** It is decided, by this person or by somebody else. */
    record Decided(Decision made) implements Standing {
        @Override
        public Optional<Decision> decision() {
            return Optional.of(made);
        }
    }

    /** It waits for somebody else now. */
    record HandedOn(List<HandOver> holders) implements Standing {}

    /** The workflow no longer needs it. */
    record Withdrawn() implements Standing {}

    /** The request came to its end before anybody decided. */
    record RequestEnded(Request request) implements Standing {}
}
