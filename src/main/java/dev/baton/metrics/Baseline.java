package dev.baton.metrics;

import java.time.Instant;

/**
 * An event log of how work went elsewhere, imported to be measured by the same formulas.
 *
 * @param format {@code csv} or {@code xes}
 * @param importedBy a mail address, or the name of a program's token
 * @param tasks steps that were begun in its cases
 * @param events rows of the log, without those that say the same twice
 * @param repeated rows that said the same as another one, and were counted once
 * @param unfinished steps that began and never ended in the log; they count as taken away when their case ended
 * @param from when the first event happened
 * @param to when the last one did
 */
public record Baseline(
        long id,
        String name,
        String format,
        Instant importedAt,
        String importedBy,
        long cases,
        long tasks,
        long events,
        long repeated,
        long unfinished,
        Instant from,
        Instant to) {}
