package dev.baton.inbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.testkit.Corpus;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real mail that nobody here wrote: read without a failure, and nothing of it lost. */
class CorpusTest {

    @BeforeAll
    static void corpus() {
        Corpus.missing().ifPresent(why -> assumeTrue(false, "Skipped: " + why));
    }

    private static ReceivedMail read(byte[] raw) {
        return ReadMails.read(raw);
    }

    @Test
    void everyMailIsReadToItsLastAttachment() throws IOException {
        for (Path file : Corpus.files()) {
            byte[] raw = Corpus.read(file);
            ReceivedMail mail = read(raw);
            assertThat(mail.attachments()).as(file.toString()).allSatisfy(attachment -> {
                assertThat(attachment.name()).isNotBlank();
                assertThat(attachment.content().readAllBytes().length).isEqualTo((int) attachment.size());
            });
        }
    }

    @Test
    void aMailThatHasABodyIsNotReadAsEmpty() {
        for (Path file : Corpus.files()) {
            byte[] raw = Corpus.read(file);
            String body = new String(raw, HeaderReader.end(raw), raw.length - HeaderReader.end(raw), ISO_8859_1);
            ReceivedMail mail = read(raw);
            if (body.lines().anyMatch(CorpusTest::isWritten)) {
                assertThat(mail.text() + mail.cut() + mail.attachments())
                        .as(file.toString())
                        .isNotBlank();
            }
        }
    }

    private static boolean isWritten(String line) {
        return !line.isBlank() && !line.startsWith("-") && !line.contains(":") && !line.contains("boundary");
    }
}
