package dev.baton.benchmark;

import dev.baton.testkit.Databases;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A new, empty database that both sides of a comparison get one of: an H2 file that writes at commit, or PostgreSQL that
 * does (the test kit's server would otherwise not wait for the disk).
 */
record Store(Map<String, String> properties) {

    static Store empty(String kind) {
        return kind.equals("h2") ? h2() : postgres();
    }

    private static Store h2() {
        return new Store(Map.of(
                "spring.datasource.url",
                "jdbc:h2:file:" + Scratch.file("h2") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;QUERY_CACHE_SIZE=256",
                "spring.datasource.username",
                "sa",
                "spring.datasource.password",
                ""));
    }

    private static Store postgres() {
        Map<String, String> properties = new HashMap<>(Databases.postgres());
        properties.merge(
                "spring.datasource.url", "&options=-c%20synchronous_commit=on", (url, options) -> url + options);
        return new Store(properties);
    }

    String url() {
        return properties.get("spring.datasource.url");
    }

    String user() {
        return properties.get("spring.datasource.username");
    }

    String password() {
        return properties.get("spring.datasource.password");
    }

    JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(url(), user(), password()));
    }
}
