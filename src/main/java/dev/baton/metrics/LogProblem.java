package dev.baton.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in an event log.
 *
 * @param row line of a CSV file, number of an event in XES; 0 where it is not about one
 * @param column heading; null where it is not about one
 * @param key of the message that says it, under {@code metrics.log.}
 * @param words what the message is filled with
 */
public record LogProblem(long row, @Nullable String column, String key, List<String> words) {

    static LogProblem of(String key, String... words) {
        return new LogProblem(0, null, key, List.of(words));
    }

    static LogProblem at(long row, @Nullable String column, String key, String... words) {
        return new LogProblem(row, column, key, List.of(words));
    }
}
