package dev.baton.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real mail that nobody here wrote, where it is at hand. */
final class Corpus {

    private static final Path FOLDER = Path.of("../shared/corpus/mail");

    private Corpus() {}

    /** Beside the working tree, or beside the main tree of a second working tree. */
    static Path folder() {
        return Stream.of(FOLDER, Path.of("../../shared/corpus/mail"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(FOLDER);
    }

    static boolean isMissing() {
        return !Files.isDirectory(folder());
    }

    static List<Path> files() {
        try (Stream<Path> all = Files.walk(folder())) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
