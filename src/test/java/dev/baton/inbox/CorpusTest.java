package dev.baton.inbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real mail that nobody here wrote: read without a failure, and nothing of it lost. */
class CorpusTest {

    private static final Path CORPUS = Path.of("../shared/corpus/mail");

    @BeforeAll
    static void corpus() {
        assumeTrue(Files.isDirectory(folder()), "Skipped: there is no corpus of real mail at " + CORPUS);
    }

    /** Beside the working tree, or beside the main tree of a second working tree. */
    private static Path folder() {
        return Stream.of(CORPUS, Path.of("../../shared/corpus/mail"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(CORPUS);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder())) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static ReceivedMail read(byte[] raw) {
        return ReadMails.read(raw);
    }

    @Test
    void everyMailIsReadToItsLastAttachment() throws IOException {
        for (Path file : files()) {
            byte[] raw = Files.readAllBytes(file);
            ReceivedMail mail = read(raw);
            assertThat(mail.attachments()).as(file.toString()).allSatisfy(attachment -> {
                assertThat(attachment.name()).isNotBlank();
                assertThat(attachment.content().readAllBytes().length).isEqualTo((int) attachment.size());
            });
        }
    }

    @Test
    void aMailThatHasABodyIsNotReadAsEmpty() throws IOException {
        for (Path file : files()) {
            byte[] raw = Files.readAllBytes(file);
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

    @Test
    void mutatedMailsAreReadToo() throws IOException {
        Random random = new Random(42);
        for (Path file : files()) {
            byte[] raw = Files.readAllBytes(file);
            if (raw.length == 0 || raw.length > 100_000) {
                continue;
            }
            for (int i = 0; i < 20; i++) {
                byte[] broken = mutated(raw, random);
                assertThat(read(broken).subject()).isNotNull();
                assertThat(NewMail.whole(broken, Arrival.posted(ReadMails.AT)).digest())
                        .hasSize(64);
            }
        }
    }

    private static byte[] mutated(byte[] raw, Random random) {
        byte[] copy = java.util.Arrays.copyOf(raw, 1 + random.nextInt(raw.length));
        for (int i = 0; i < 1 + copy.length / 200; i++) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }
}
