package dev.baton.metrics.web;

import dev.baton.metrics.BadLogException;
import dev.baton.metrics.LogProblem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what is wrong in an event log, and where. */
@Component
class LogProblems {

    /**
     * @param row line of a CSV file, number of an event in XES; null where it is about the whole
     * @param column heading; null where it is about none
     */
    record Said(@Nullable Long row, @Nullable String column, String message) {}

    private final MessageSource messages;

    LogProblems(MessageSource messages) {
        this.messages = messages;
    }

    List<Said> of(BadLogException bad) {
        return bad.problems().stream().map(this::said).toList();
    }

    /** All of it in a sentence or two, for who reads one line only. */
    String first(BadLogException bad) {
        LogProblem problem = bad.problems().get(0);
        String what = said(problem).message();
        return problem.row() == 0 ? what : text("in-row", String.valueOf(problem.row()), column(problem), what);
    }

    private Said said(LogProblem problem) {
        return new Said(
                problem.row() == 0 ? null : problem.row(),
                problem.column(),
                text(problem.key(), problem.words().toArray()));
    }

    private String column(LogProblem problem) {
        return problem.column() == null ? "" : text("column-named", problem.column());
    }

    private String text(String key, Object... words) {
        return messages.getMessage("metrics.log." + key, words, Locale.ENGLISH);
    }
}
