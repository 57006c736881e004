package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** There is no Docker where the tests run, so the files for it are read with care instead. */
class DeploymentFilesTest {

    private Map<String, Map<String, Map<String, Object>>> compose;

    @BeforeEach
    void read() throws IOException {
        compose = new Yaml().load(Files.readString(Path.of("docker-compose.yml")));
    }

    @Test
    void composeHasBatonItsDatabaseAndAMailServerAllWithHealthChecks() throws IOException {
        assertThat(compose.get("services").keySet()).containsExactlyInAnyOrder("baton", "postgres", "mail");
        assertThat(compose.get("services").get("postgres")).containsEntry("image", "postgres:16");
        assertThat(List.of("postgres", "mail"))
                .allSatisfy(
                        name -> assertThat(compose.get("services").get(name)).containsKey("healthcheck"));
        assertThat(Files.readString(Path.of("Dockerfile"))).contains("HEALTHCHECK");
    }

    @Test
    @SuppressWarnings("unchecked")
    void noSecretStandsInTheFile() {
        compose.get("services").values().stream()
                .map(service -> (Map<String, Object>) service.getOrDefault("environment", Map.of()))
                .flatMap(environment -> environment.entrySet().stream())
                .filter(entry -> entry.getKey().matches(".*(PASSWORD|SECRET|TOKEN).*"))
                .forEach(entry -> assertThat(entry.getValue().toString())
                        .as(entry.getKey())
                        .startsWith("${"));
    }

    @Test
    void theDatabaseKeepsItsDataInAVolume() {
        assertThat(compose.get("volumes")).containsKey("postgres");
    }

    @Test
    void everyFileThatTheImageTakesIsThere() throws IOException {
        Files.readAllLines(Path.of("Dockerfile")).stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                .map(line -> line.split(" ")[1])
                .forEach(source -> assertThat(Path.of(source)).exists());
    }
}
