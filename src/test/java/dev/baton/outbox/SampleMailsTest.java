package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The made-up data of the pages is the same that the approved mails are made from. */
class SampleMailsTest {

    private static final Path FILE = Path.of("src/main/resources/outbox/sample-mails.json");

    /** With {@code -Dbaton.samples=write} the file is written anew; do it when a standard mail is new or has a new field. */
    @Test
    void theSamplesAreTheExamplesOfTheApprovedMails() throws IOException {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Map<String, Object> examples = new LinkedHashMap<>();
        StandardMails.all().forEach((face, model) -> examples.put(face, ModelFields.of(model)));
        if ("write".equals(System.getProperty("baton.samples"))) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, json.writeValueAsString(examples) + "\n");
        }

        assertThat(json.readTree(FILE.toFile())).isEqualTo(json.readTree(json.writeValueAsString(examples)));
    }
}
