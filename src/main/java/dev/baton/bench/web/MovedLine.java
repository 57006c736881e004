package dev.baton.bench.web;

import dev.baton.bench.Move;
import dev.baton.bench.Version;
import java.util.List;

/**
 * A move as lists show it.
 *
 * @param from the number of the version
 * @param to the number of the version
 */
record MovedLine(long id, int from, int to) {

    static MovedLine of(Move move, List<Version> all) {
        return new MovedLine(move.id(), number(move.from(), all), number(move.to(), all));
    }

    /** 0 for a version that was taken away since. */
    private static int number(String definition, List<Version> all) {
        return all.stream()
                .filter(version -> version.definition().id().equals(definition))
                .mapToInt(Version::number)
                .findFirst()
                .orElse(0);
    }
}
