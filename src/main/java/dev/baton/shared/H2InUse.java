package dev.baton.shared;

import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcSQLNonTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words that another process has the file of the database open, where a start would end in a stack trace. */
class H2InUse extends AbstractFailureAnalyzer<JdbcSQLNonTransientConnectionException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, JdbcSQLNonTransientConnectionException cause) {
        return cause.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                ? new FailureAnalysis(
                        "The file of the database is in use by another process, most likely a Baton that runs.",
                        "Stop the other one first, or use PostgreSQL (spring.datasource.url), which many may use at once.",
                        cause)
                : null;
    }
}
