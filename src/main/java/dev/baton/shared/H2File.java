package dev.baton.shared;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the file of an embedded H2 small. With {@code WRITE_DELAY=0} H2 has no thread in the background, and only that
 * thread would write the last living pages of old chunks anew, so that their room can be used again: each opened request
 * would cost a third of a megabyte for ever (docs/decisions/0011).
 */
@Component
@ConditionalOnExpression("'${spring.datasource.url:}'.startsWith('jdbc:h2:file:')")
class H2File {

    private static final Logger log = LoggerFactory.getLogger(H2File.class);

    /** Percent of the file's pages that live. */
    private static final int FULL_ENOUGH = 50;

    /** Bytes written in one go, during which nobody can commit. */
    private static final int AT_ONCE = 2 * 1024 * 1024;

    private static final int GOES = 10;

    private final DataSource database;

    H2File(DataSource database) {
        this.database = database;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
    void tidy() {
        try (Connection connection = database.getConnection()) {
            MVStore store = store(connection);
            for (int go = 0; go < GOES && store.compact(FULL_ENOUGH, AT_ONCE); go++) {
                log.debug("Wrote old pages of the database anew");
            }
        } catch (SQLException unreachable) {
            log.warn("The file of the database is not tidied up now: {}", unreachable.getMessage());
        }
    }

    private static MVStore store(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
