package dev.baton.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.SQLExceptionOverride.Override;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

class ClosedH2Test {

    private static Override told(SQLException failure) {
        return new ClosedH2().adjudicate(failure);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                ErrorCode.DATABASE_IS_CLOSED,
                ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                ErrorCode.GENERAL_ERROR_1,
                ErrorCode.OUT_OF_MEMORY,
                ErrorCode.IO_EXCEPTION_1,
                ErrorCode.IO_EXCEPTION_2
            })
    void aConnectionOfADatabaseThatMayHaveClosedIsThrownAway(int code) {
        assertThat(told(new SQLException("closed", "HY000", code))).isEqualTo(Override.MUST_EVICT);
    }

    @ParameterizedTest
    @ValueSource(ints = {ErrorCode.DUPLICATE_KEY_1, ErrorCode.LOCK_TIMEOUT_1, ErrorCode.DEADLOCK_1})
    void whatOneStatementDidWrongIsLeftToThePool(int code) {
        assertThat(told(new SQLException("wrong", "23505", code))).isEqualTo(Override.CONTINUE_EVICT);
    }

    @Test
    void postgresIsLeftToThePool() {
        assertThat(told(new PSQLException("gone", PSQLState.CONNECTION_FAILURE)))
                .isEqualTo(Override.CONTINUE_EVICT);
    }
}
