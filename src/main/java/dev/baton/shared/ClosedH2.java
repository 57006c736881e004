package dev.baton.shared;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.h2.api.ErrorCode;

/**
 * Throws connections away whose embedded H2 has closed itself, as it does when memory or the disk runs out while it writes.
 * They look valid and would fail for ever; a new one opens the file again. Some of these codes are also given where only one
 * statement failed, which costs no more than a new connection. PostgreSQL gives no codes of this kind.
 */
public final class ClosedH2 implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        boolean closed = switch (failure.getErrorCode()) {
            case ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                    ErrorCode.GENERAL_ERROR_1,
                    ErrorCode.OUT_OF_MEMORY,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2 -> true;
            default -> false;
        };
        return closed ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
