package dev.baton.shared;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the file of an embedded H2 small. With {@code WRITE_DELAY=0} H2 has no thread in the background, and only that
 * thread would write the last living pages of old chunks anew, so that their room can be used again: each opened request
 * would cost a third of a megabyte for ever (docs/decisions/0011). No job of the queue does this, since the file belongs to
 * the one process that has it open.
 */
@Component
@Conditional(H2File.Used.class)
class H2File {

    private static final Logger log = LoggerFactory.getLogger(H2File.class);

    /** Percent of the bytes written that are still in use. */
    private static final int FULL_ENOUGH = 50;

    /** Bytes written in one go, during which nobody can commit. */
    private static final int AT_ONCE = 2 * 1024 * 1024;

    private static final int GOES = 10;

    private final DataSource database;
    private volatile boolean stopped;

    H2File(DataSource database) {
        this.database = database;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
    void tidy() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // A connection whose database has closed itself fails here and is thrown away: see ClosedH2.
            statement.execute("select 1");
            if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
                tidy(session.getDatabase().getStore().getMvStore());
            }
        } catch (SQLException | DbException | MVStoreException failed) {
            log.warn("The file of the database is not tidied up now: {}", failed.getMessage());
        }
    }

    /** A go may come to nothing, because somebody commits just then or what is old is not old enough. */
    private void tidy(MVStore store) {
        FileStore<?> file = store.getFileStore();
        for (int go = 0; go < GOES && !stopped && file.getChunksFillRate() < FULL_ENOUGH; go++) {
            store.compact(FULL_ENOUGH, AT_ONCE);
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }

    /** Where this process has the file of its database open. */
    static class Used implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            String url = context.getEnvironment().getProperty("spring.datasource.url", "");
            return url.matches("jdbc:h2:(?!mem:|tcp:|ssl:).*");
        }
    }
}
