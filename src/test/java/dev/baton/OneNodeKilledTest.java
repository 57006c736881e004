package dev.baton;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

class OneNodeKilledTest extends KilledContract {

    @Override
    int howMany() {
        return 1;
    }

    /** An H2 file as in application.yml, at a place where it can be looked at if the test fails. */
    @Override
    Map<String, String> database() {
        Path file = Path.of("target", "killed-" + UUID.randomUUID(), "baton").toAbsolutePath();
        return Map.of(
                "spring.datasource.url",
                "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;QUERY_CACHE_SIZE=256",
                "spring.datasource.username",
                "sa",
                "spring.datasource.password",
                "");
    }
}
