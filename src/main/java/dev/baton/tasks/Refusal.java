package dev.baton.tasks;

import java.util.Optional;

/**
 * Why something that a person filled in cannot be done.
 *
 * @param field what has to be filled in otherwise
 * @param problem the part of a message key that says what is wrong
 */
public record Refusal(String field, String problem) {

    static Optional<Refusal> of(String field, String problem) {
        return Optional.of(new Refusal(field, problem));
    }
}
