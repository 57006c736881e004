package dev.baton.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * Where one run of the benchmark keeps its databases and logs: {@code target/benchmark/<time>}. They are left to be looked
 * at until the next run, which removes them: a run leaves gigabytes.
 */
final class Scratch {

    private static final Path ALL = Path.of("target", "benchmark");
    private static final Path FOLDER = ALL.resolve(String.valueOf(System.currentTimeMillis()));
    private static int used;

    private Scratch() {}

    /** A file that nothing else uses. */
    static synchronized Path file(String name) {
        try {
            if (used == 0) {
                FileSystemUtils.deleteRecursively(ALL);
            }
            return Files.createDirectories(FOLDER).resolve(++used + "-" + name).toAbsolutePath();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
