package dev.baton.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class H2FileTest {

    @TempDir
    Path folder;

    /** As ours, but what is free may be overwritten at once and not after 45 seconds. */
    private HikariDataSource database(String name) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(
                "jdbc:h2:file:" + folder.resolve(name) + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;RETENTION_TIME=0");
        config.setUsername("sa");
        config.setMaximumPoolSize(4);
        config.setExceptionOverrideClassName(ClosedH2.class.getName());
        return new HikariDataSource(config);
    }

    private static void tables(JdbcClient jdbc) {
        jdbc.sql("create table thing (id uuid primary key, name varchar)").update();
        jdbc.sql("create index thing_name on thing (name)").update();
    }

    private static void write(JdbcClient jdbc, int rows) {
        IntStream.range(0, rows)
                .forEach(row -> jdbc.sql("insert into thing values (?, ?)")
                        .params(UUID.randomUUID(), "Thing " + UUID.randomUUID())
                        .update());
    }

    private long grown(String name, boolean tidied) throws IOException {
        try (HikariDataSource database = database(name)) {
            JdbcClient jdbc = JdbcClient.create(database);
            tables(jdbc);
            H2File file = new H2File(database);
            for (int round = 0; round < 40; round++) {
                write(jdbc, 100);
                if (tidied) {
                    file.tidy();
                }
            }
            assertThat(jdbc.sql("select count(*) from thing")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(4000);
            return Files.size(folder.resolve(name + ".mv.db"));
        }
    }

    @Test
    void tidiedUpItStaysSmall() throws IOException {
        assertThat(grown("tidied", true)).isLessThan(grown("untidy", false) / 2);
    }

    @Test
    void aDatabaseThatClosedItselfIsOpenedAgain() {
        try (HikariDataSource database = database("closed")) {
            JdbcClient jdbc = JdbcClient.create(database);
            tables(jdbc);
            for (int time = 1; time <= 5; time++) {
                write(jdbc, 100);
                closeAtOnce(jdbc);
                int written = 100 * time;
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .ignoreExceptionsInstanceOf(DataAccessException.class)
                        .untilAsserted(() -> assertThat(jdbc.sql("select count(*) from thing")
                                        .query(Integer.class)
                                        .single())
                                .isEqualTo(written));
            }
            assertThat(jdbc.sql("select distinct length(name) from thing")
                            .query(Integer.class)
                            .list())
                    .isEqualTo(List.of("Thing ".length() + 36));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:h2:file:./data/baton;WRITE_DELAY=0   | true",
                "jdbc:h2:./data/baton                      | true",
                "jdbc:h2:mem:x                             | false",
                "jdbc:h2:tcp://db/x                        | false",
                "jdbc:postgresql://db/x?password=a'b       | false",
            })
    void onlyAFileOfThisProcessIsTidiedUp(String url, boolean tidied) {
        new ApplicationContextRunner()
                .withPropertyValues("spring.datasource.url=" + url)
                .withBean(DataSource.class, DriverManagerDataSource::new)
                .withUserConfiguration(H2File.class)
                .run(context -> assertThat(context.getBeansOfType(H2File.class)).hasSize(tidied ? 1 : 0));
    }

    /** As H2 does of its own accord when it cannot write. Whether the statement itself comes to an end is left open. */
    private static void closeAtOnce(JdbcClient jdbc) {
        catchThrowable(() -> jdbc.sql("shutdown immediately").update());
    }
}
