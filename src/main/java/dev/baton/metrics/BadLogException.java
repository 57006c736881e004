package dev.baton.metrics;

import java.util.List;

/** An event log that cannot be imported; nothing of it was kept. */
public class BadLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<LogProblem> problems;

    BadLogException(List<LogProblem> problems) {
        super(problems.size() + " problems in an event log, first "
                + problems.get(0).key());
        this.problems = List.copyOf(problems);
    }

    BadLogException(String key, String... words) {
        this(List.of(LogProblem.of(key, words)));
    }

    /** What is wrong with it, in the order of the rows; at most twenty. */
    public List<LogProblem> problems() {
        return problems;
    }
}
