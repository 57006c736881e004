package dev.baton.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.SpringApplication;

/** Empty databases for tests: H2 in memory, or one of a real PostgreSQL 16 that this JVM starts once. */
public final class Databases {

    private static final class Postgres {
        static final EmbeddedPostgres SERVER = start();
        static final AtomicBoolean USED_BY_APPLICATIONS = new AtomicBoolean();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .setRegisterShutdownHook(false)
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    if (!USED_BY_APPLICATIONS.get()) {
                        stop(server);
                    }
                }));
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException("PostgreSQL does not start", failed);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException failed) {
                throw new UncheckedIOException("PostgreSQL does not stop", failed);
            }
        }
    }

    private Databases() {}

    /** The {@code spring.datasource.*} properties of a new, empty H2 database in memory, which stays until the JVM ends. */
    public static Map<String, String> h2() {
        return h2(";DB_CLOSE_DELAY=-1");
    }

    /** The same for an application in this JVM: its memory is given back when the last connection of its pool closes. */
    static Map<String, String> h2ForApplication() {
        return h2("");
    }

    private static Map<String, String> h2(String options) {
        return Map.of(
                "spring.datasource.url",
                "jdbc:h2:mem:" + UUID.randomUUID() + options,
                "spring.datasource.username",
                "sa",
                "spring.datasource.password",
                "");
    }

    /**
     * The same for an application in this JVM. It says good-bye to its database when the JVM ends, so the server stops after
     * that and not beside it.
     */
    static Map<String, String> postgresForApplication() {
        Map<String, String> properties = postgres();
        if (Postgres.USED_BY_APPLICATIONS.compareAndSet(false, true)) {
            SpringApplication.getShutdownHandlers().add(() -> Postgres.stop(Postgres.SERVER));
        }
        return properties;
    }

    /** The {@code spring.datasource.*} properties of a new, empty database on a real PostgreSQL. */
    public static Map<String, String> postgres() {
        String name = "baton_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = Postgres.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException("No new database", failed);
        }
        return Map.of(
                "spring.datasource.url",
                Postgres.SERVER.getJdbcUrl("postgres", name),
                "spring.datasource.username",
                "postgres",
                "spring.datasource.password",
                "postgres");
    }
}
