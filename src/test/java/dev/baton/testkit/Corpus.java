package dev.baton.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Real mail and real models that nobody here wrote, where they are at hand. */
public final class Corpus {

    private static final Path FOLDER = Path.of("../shared/corpus/mail");

    private Corpus() {}

    /** Beside the working tree, or beside the main tree of a second working tree. */
    public static Path folder() {
        return Stream.of(FOLDER, Path.of("../../shared/corpus/mail"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(FOLDER);
    }

    /** BPMN files that nobody here drew. */
    public static Path ofModels() {
        return folder().resolveSibling("bpmn");
    }

    /** Why there is no corpus here, if there is none. */
    public static Optional<String> missing() {
        return Files.isDirectory(folder())
                ? Optional.empty()
                : Optional.of("There is no corpus of real mail at " + FOLDER);
    }

    /** Every file of it; some are but the text of a mail. */
    public static List<Path> files() {
        try (Stream<Path> all = Files.walk(folder())) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
