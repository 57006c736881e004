package dev.baton.requests;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.baton.shared.RequestRef;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/**
 * Counts requests, one count for each prefix. A number is taken for good in a transaction of its own, over a connection
 * of its own, so that requests of one workflow can be opened side by side (docs/decisions/0013).
 */
@Component
class RequestNumbers implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RequestNumbers.class);

    private final HikariDataSource connection;
    private final JdbcClient jdbc;

    RequestNumbers(DataSource database) throws SQLException {
        HikariConfig same = new HikariConfig();
        database.unwrap(HikariDataSource.class).copyStateTo(same);
        same.setPoolName("numbers");
        same.setMinimumIdle(1);
        same.setMaximumPoolSize(1);
        same.setAutoCommit(true);
        connection = new HikariDataSource(same);
        jdbc = JdbcClient.create(connection);
    }

    RequestRef next(String prefix) {
        int number = count(prefix).orElseGet(() -> {
            begin(prefix);
            return count(prefix).orElseThrow();
        });
        return new RequestRef(prefix, number);
    }

    private Optional<Integer> count(String prefix) {
        KeyHolder now = new GeneratedKeyHolder();
        int counted = jdbc.sql("update request_number set last_number = last_number + 1 where prefix = ?")
                .param(prefix)
                .update(now, "last_number");
        return counted == 0
                ? Optional.empty()
                : Optional.of(Objects.requireNonNull(now.getKey()).intValue());
    }

    private void begin(String prefix) {
        try {
            jdbc.sql("insert into request_number (prefix, last_number) values (?, 0)")
                    .param(prefix)
                    .update();
        } catch (DuplicateKeyException anotherNodeBegan) {
            log.debug("Somebody else began to count {}", prefix);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
