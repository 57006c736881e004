package dev.baton.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** A PostgreSQL that can be away: it begins away, and keeps its data and its port when it comes back. */
public final class OwnPostgres implements AutoCloseable {

    private final Path data;
    private final int port = BatonProcess.freePort();
    private EmbeddedPostgres server;

    public OwnPostgres(Path data) {
        this.data = data;
    }

    /** The {@code spring.datasource.*} properties. */
    public Map<String, String> properties() {
        return Map.of(
                "spring.datasource.url",
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "spring.datasource.username",
                "postgres",
                "spring.datasource.password",
                "postgres",
                "spring.datasource.hikari.connection-timeout",
                "2000");
    }

    public void open() {
        try {
            server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL does not start", failed);
        }
    }

    @Override
    public void close() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL does not stop", failed);
        } finally {
            server = null;
        }
    }
}
