package dev.baton.benchmark;

import dev.baton.models.LargeModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The check of models from the command line, with {@code target/baton.jar}: a folder of a hundred, and a large one. */
final class CheckedModels {

    private static final int MODELS = 100;
    private static final int RUNS = 5;
    private static final int LARGE = 100_000;

    private CheckedModels() {}

    static void run() {
        try {
            Path folder = Files.createTempDirectory("checked-models");
            hundred(folder);
            System.out.printf(
                    Locale.ROOT,
                    "check: %d models in one folder, with the start of the JVM: %.2f s (at most 5), median of %d%n",
                    MODELS,
                    median(folder),
                    RUNS);
            double[] large = LargeModel.milliseconds(LARGE);
            System.out.printf(
                    Locale.ROOT,
                    "check: one model of %d KB, again and again in one JVM: %.0f ms (at most 200), the first %.0f ms%n",
                    LARGE / 1000,
                    LargeModel.median(large),
                    large[0]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The workflows of the example, under a hundred names. */
    private static void hundred(Path folder) throws IOException {
        List<Path> examples;
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            examples = files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
        Files.copy(Path.of("bpmn/triage.dmn"), folder.resolve("triage.dmn"));
        Files.copy(Path.of("bpmn/review.bpmn"), folder.resolve("review.bpmn"));
        for (int i = 0; i < MODELS - 2; i++) {
            Path example = examples.get(i % examples.size());
            String key = example.getFileName().toString().replace(".bpmn", "");
            Files.writeString(
                    folder.resolve(key + i + ".bpmn"),
                    Files.readString(example).replace("process id=\"" + key + "\"", "process id=\"" + key + i + "\""));
        }
    }

    private static double median(Path folder) throws IOException {
        double[] seconds = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long begun = System.nanoTime();
            check(folder);
            seconds[i] = (System.nanoTime() - begun) / 1e9;
        }
        return LargeModel.median(seconds);
    }

    private static void check(Path folder) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                "target/baton.jar",
                "check",
                folder.toString(),
                "--people",
                "people.yaml",
                "--mail-templates",
                "mail-templates");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Scratch.file("check.log").toFile())
                    .start();
            if (process.waitFor() > 1) {
                throw new IllegalStateException("The check could not be run, see check.log");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
