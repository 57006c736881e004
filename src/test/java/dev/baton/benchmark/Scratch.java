package dev.baton.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where one run of the benchmark keeps its databases and logs: {@code target/benchmark/<time>}. */
final class Scratch {

    private static final Path FOLDER = Path.of("target", "benchmark", String.valueOf(System.currentTimeMillis()));
    private static int used;

    private Scratch() {}

    /** A file that nothing else uses. */
    static synchronized Path file(String name) {
        try {
            return Files.createDirectories(FOLDER).resolve(++used + "-" + name).toAbsolutePath();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
