package dev.baton.tasks;

import java.util.List;
import java.util.Optional;

/**
 * Why something that a person filled in cannot be done.
 *
 * @param field what has to be filled in otherwise
 * @param problem the part of a message key that says what is wrong
 * @param about what the message names
 */
public record Refusal(String field, String problem, List<String> about) {

    static Optional<Refusal> of(String field, String problem, String... about) {
        return Optional.of(new Refusal(field, problem, List.of(about)));
    }
}
