package dev.baton.bench.rehearsal;

import java.util.List;
import java.util.Map;

/**
 * A task that the workflow can come to, with its page and form.
 *
 * @param people names of those who have it
 * @param brief what is said in the brief that is not as in the sample
 * @param answers what was pressed until it was there
 * @param number which of the tasks of its id
 */
public record FoundTask(
        String definition,
        String task,
        String name,
        List<String> people,
        Map<String, String> brief,
        Answers answers,
        int number) {}
