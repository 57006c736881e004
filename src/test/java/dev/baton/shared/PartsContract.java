package dev.baton.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.testkit.Databases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Bytes come back as they were, however they fall into parts, from whatever database. */
abstract class PartsContract {

    private final JdbcTemplate jdbc;
    private final Parts parts;

    PartsContract(Map<String, String> database) {
        jdbc = new JdbcTemplate(new DriverManagerDataSource(
                database.get("spring.datasource.url"),
                database.get("spring.datasource.username"),
                database.get("spring.datasource.password")));
        parts = new Parts(jdbc, "film_part", "film");
    }

    @BeforeEach
    void table() {
        jdbc.execute("create table film_part (film varchar(9), part integer, bytes bytea, primary key (film, part))");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Parts.PART - 1, Parts.PART, Parts.PART + 1, 2 * Parts.PART, 2 * Parts.PART + 7})
    void bytesComeBackAsTheyWere(int length) throws IOException {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);

        parts.add("streamed", new ByteArrayInputStream(content));
        parts.addAll(Map.of("whole", content, "other", new byte[] {1}));

        assertThat(parts.read("streamed")).hasBinaryContent(content);
        assertThat(parts.read("whole").readAllBytes()).isEqualTo(content);
        assertThat(parts.whole("streamed", first("streamed"), length)).isEqualTo(content);
        assertThat(parts.whole("whole", first("whole"), 0)).isEqualTo(content);
        assertThat(parts.read("other")).hasBinaryContent(new byte[] {1});
        assertThat(parts.read("nobody's")).isEmpty();
    }

    @Test
    void everyByteCanBeReadAlone() throws IOException {
        int length = Parts.PART + 1;
        byte[] content = new byte[length];
        content[length - 1] = (byte) 0xFF;
        parts.add("streamed", new ByteArrayInputStream(content));

        InputStream read = parts.read("streamed");
        assertThat(read.skip(length - 1)).isEqualTo(length - 1);
        assertThat(read.read()).isEqualTo(0xFF);
        assertThat(read.read()).isEqualTo(-1);
    }

    private byte[] first(String film) {
        return jdbc.queryForObject("select bytes from film_part where part = 0 and film = ?", byte[].class, film);
    }
}

class PartsOnH2Test extends PartsContract {

    PartsOnH2Test() {
        super(Databases.h2());
    }
}

class PartsOnPostgresTest extends PartsContract {

    PartsOnPostgresTest() {
        super(Databases.postgres());
    }
}
